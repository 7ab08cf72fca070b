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
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erases a contact here and tells the others to. Repeating it is harmless, and it is repeated until the others are told:
 * a process that dies in between leaves a ticket.
 */
@ApplicationScoped
public class ErasureService {
    /** So long the request that opened a ticket may take; then somebody else finishes it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ErasureStore store;
    private final ErasureTickets tickets;
    private final ErasedFields fields;
    private final ErasureLedger ledger;
    private final Erasures erasures;
    private final Event<RowsRedacted> redacted;
    private final Audit audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ErasureService(
            ErasureStore store,
            ErasureTickets tickets,
            ErasedFields fields,
            ErasureLedger ledger,
            Erasures erasures,
            Event<RowsRedacted> redacted,
            Audit audit,
            Outbox outbox,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.fields = fields;
        this.ledger = ledger;
        this.erasures = erasures;
        this.redacted = redacted;
        this.audit = audit;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins to erase the contact with this fact id; gives the erasure's id. From its commit on somebody finishes it. */
    @Transactional
    public UUID begin(UUID contactId) {
        UUID customerId = store.findCustomerOf(contactId)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("先方担当者が見つかりません: " + contactId, "There is no contact " + contactId)));
        UUID erasureId = ids.next();
        tickets.open(
                new ErasureTicket(WorkspaceContext.current(), erasureId, customerId, contactId),
                clock.instant().plus(PATIENCE));
        audit.record("contact-erased", "contact", contactId.toString(), Map.of("erasureId", erasureId.toString()));
        return erasureId;
    }

    /** Finishes an erasure that was begun; one that is finished stays so. Call it outside of any transaction. */
    public void finish(UUID erasureId) {
        transactions.call(() -> tickets.find(erasureId)).ifPresent(this::finish);
    }

    /** Finishes an erasure that has been open for too long, in any workspace; whether there was one. */
    public boolean finishOne() {
        Instant now = clock.instant();
        Optional<ErasureTicket> open = transactions.call(() -> tickets.take(now, now.plus(PATIENCE)));
        open.ifPresent(ticket -> WorkspaceContext.run(ticket.workspaceId(), () -> finish(ticket)));
        return open.isPresent();
    }

    private void finish(ErasureTicket ticket) {
        erasures.erase(new Erasure(ticket.erasureId(), ticket.contactId(), List.of()));
        transactions.run(() -> {
            if (tickets.close(ticket.erasureId())) {
                tell(ticket.erasureId(), ticket.customerId(), ticket.contactId());
            }
        });
    }

    private void tell(UUID erasureId, UUID customerId, UUID contactId) {
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
