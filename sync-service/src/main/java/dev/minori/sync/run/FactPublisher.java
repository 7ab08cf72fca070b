package dev.minori.sync.run;

import dev.minori.events.CustomerFactEvent;
import dev.minori.events.CustomerFactEvent.FactsRecorded;
import dev.minori.events.Lane;
import dev.minori.events.MessageKey;
import dev.minori.events.fact.Fact;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Hands facts to the outbox: live ones in one message for each customer, bulk ones in one for each bucket, none larger
 * than the outbox takes.
 */
@ApplicationScoped
class FactPublisher {
    /** Well below the outbox's limit: the envelope and escapes come on top. */
    private static final int MAX_BYTES = 2_000_000;

    private static final int BYTES_AROUND_VALUES = 400;

    private final Outbox outbox;

    FactPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A fact and the length of its values as JSON. */
    record Sized(Fact fact, int bytes) {}

    void publish(RunScope scope, List<Sized> facts) {
        if (facts.isEmpty()) {
            return;
        }
        UUID workspaceId = WorkspaceContext.current();
        Lane lane = scope.lane(facts.size());
        Function<Fact, String> key = switch (lane) {
            case LIVE -> fact -> MessageKey.customer(workspaceId, fact.customerId());
            case BULK -> fact -> MessageKey.bulkBucket(workspaceId, fact.customerId());
        };
        Map<String, List<Sized>> byKey = new LinkedHashMap<>();
        facts.forEach(sized -> byKey.computeIfAbsent(key.apply(sized.fact()), _ -> new ArrayList<>())
                .add(sized));
        List<OutboxMessage> messages = new ArrayList<>();
        byKey.forEach((messageKey, group) -> split(group).forEach(part -> {
            FactsRecorded event =
                    new FactsRecorded(scope.runId(), scope.document().dataset(), scope.source(), part);
            messages.add(new OutboxMessage(lane, messageKey, scope.origin(), true, null, event));
        }));
        outbox.publishAll(messages);
    }

    private static List<List<Fact>> split(List<Sized> facts) {
        List<List<Fact>> parts = new ArrayList<>();
        List<Fact> part = new ArrayList<>();
        long bytes = 0;
        for (Sized sized : facts) {
            int size = sized.bytes() + BYTES_AROUND_VALUES;
            if (!part.isEmpty() && (part.size() == CustomerFactEvent.MAX_FACTS || bytes + size > MAX_BYTES)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(sized.fact());
            bytes += size;
        }
        parts.add(part);
        return parts;
    }
}
