package dev.minori.playbook.notice;

import dev.minori.events.MessageKey;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.kit.id.Ids;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Asks notification-service to tell somebody, once per effect. */
@ApplicationScoped
public class Notices {
    private final NoticeStore store;
    private final CustomerStore customers;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Clock clock;

    Notices(NoticeStore store, CustomerStore customers, Recipients recipients, Outbox outbox, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks in the current transaction. The request's id comes from workspace and effect, so asking twice is asking
     * once.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public NoticeOutcome ask(Notice notice) {
        Optional<CustomerProfile> customer = customers.find(notice.customerId());
        if (customer.isEmpty() || customer.get().removed()) {
            return new NoticeOutcome.Nobody("customer-unknown");
        }
        List<UUID> members = recipients.of(notice.addressee(), customer.get());
        if (members.isEmpty()) {
            return new NoticeOutcome.Nobody("no-owner");
        }
        UUID requestId = Ids.nameBased(WorkspaceContext.current(), notice.effect());
        boolean first = store.insert(new NoticeRecord(
                requestId,
                notice.customerId(),
                notice.subjectKind(),
                notice.subjectId(),
                notice.templateKey(),
                members,
                clock.instant(),
                List.of()));
        if (first) {
            outbox.publish(OutboxMessage.live(
                    MessageKey.customer(WorkspaceContext.current(), notice.customerId()),
                    new NotificationRequested(
                            notice.customerId(),
                            requestId,
                            notice.templateKey(),
                            members,
                            data(notice, customer.get()),
                            notice.quotedFactIds())));
        }
        return new NoticeOutcome.Asked(requestId, members);
    }

    private static Map<String, String> data(Notice notice, CustomerProfile customer) {
        Map<String, String> data = new TreeMap<>(notice.data());
        data.put("customerName", customer.name());
        data.put("customerLink", "/customers/" + customer.customerId());
        return data;
    }
}
