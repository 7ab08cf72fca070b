package dev.minori.sync.erasure;

import dev.minori.events.CustomerFactEvent.ContactErased;
import dev.minori.events.MessageKey;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.kit.erasure.Erasures;
import dev.minori.kit.id.Ids;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.FactIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erases a contact here and tells the others to. Repeating it is harmless. */
@ApplicationScoped
public class ErasureService {
    private final ErasureStore store;
    private final ErasedFields fields;
    private final ErasureLedger ledger;
    private final Erasures erasures;
    private final Event<RowsRedacted> redacted;
    private final Audit audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Ids ids;

    ErasureService(
            ErasureStore store,
            ErasedFields fields,
            ErasureLedger ledger,
            Erasures erasures,
            Event<RowsRedacted> redacted,
            Audit audit,
            Outbox outbox,
            Transactions transactions,
            Ids ids) {
        this.store = store;
        this.fields = fields;
        this.ledger = ledger;
        this.erasures = erasures;
        this.redacted = redacted;
        this.audit = audit;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Erases the contact with this fact id; gives the erasure's id. */
    public UUID erase(UUID contactId) {
        UUID customerId = transactions
                .call(() -> store.findCustomerOf(contactId))
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("先方担当者が見つかりません: " + contactId, "There is no contact " + contactId)));
        UUID erasureId = ids.next();
        erasures.erase(new Erasure(erasureId, contactId, List.of()));
        transactions.run(() -> finish(erasureId, customerId, contactId));
        return erasureId;
    }

    private void finish(UUID erasureId, UUID customerId, UUID contactId) {
        audit.record("contact-erased", "contact", contactId.toString(), Map.of("erasureId", erasureId.toString()));
        outbox.publish(OutboxMessage.live(
                MessageKey.customer(WorkspaceContext.current(), customerId),
                new ContactErased(erasureId, customerId, contactId, others(erasureId, contactId))));
        fields.recordsOf(contactId).keySet().forEach(key -> redacted.fire(new RowsRedacted(key)));
    }

    /** Records that told of the contact, whole or in part; null if there are none. */
    private @Nullable List<UUID> others(UUID erasureId, UUID contactId) {
        Set<UUID> factIds = new LinkedHashSet<>();
        ledger.find(erasureId).ifPresent(entry -> factIds.addAll(entry.erasure().factIds()));
        fields.recordsOf(contactId)
                .forEach((key, recordIds) -> recordIds.forEach(
                        recordId -> factIds.add(FactIds.of(WorkspaceContext.current(), key, recordId))));
        return factIds.isEmpty() ? null : List.copyOf(factIds);
    }
}
