package dev.minori.playbook.signal;

import dev.minori.events.HealthEvent.RecordsErased;
import dev.minori.events.MessageKey;
import dev.minori.events.NotificationEvent.QuotesErased;
import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.Erasures;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Erases what was quoted from a person's records, and has notification-service do the same. */
@ApplicationScoped
class QuoteEraser {
    private final Erasures erasures;
    private final Outbox outbox;

    QuoteEraser(Erasures erasures, Outbox outbox) {
        this.erasures = erasures;
        this.outbox = outbox;
    }

    void erase(RecordsErased erased) {
        List<UUID> factIds = erased.factIds();
        if (factIds.isEmpty()) {
            return;
        }
        erasures.erase(new Erasure(erased.erasureId(), factIds.getFirst(), factIds));
        outbox.publish(OutboxMessage.live(
                MessageKey.customer(WorkspaceContext.current(), erased.customerId()),
                new QuotesErased(erased.customerId(), erased.erasureId(), factIds)));
    }
}
