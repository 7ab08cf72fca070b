package dev.minori.scoring.history;

import dev.minori.events.CustomerFactEvent.ContactErased;
import dev.minori.events.CustomerFactEvent.FactsRecorded;
import dev.minori.events.Envelope;
import dev.minori.events.HealthEvent.RecordsErased;
import dev.minori.events.MessageKey;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.kit.erasure.Erasures;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.scoring.history.ChangedCustomers.Urgency;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what sync-service learned and says whose numbers it concerns. */
@ApplicationScoped
public class Facts {
    private static final Set<Dataset> OF_PEOPLE = Set.of(Dataset.CONTACT, Dataset.SURVEY_RESPONSE, Dataset.MESSAGE);

    private final FactStore store;
    private final PersonalFacts people;
    private final Erasures erasures;
    private final ErasureLedger ledger;
    private final ChangedCustomers changed;
    private final EarlierConclusions conclusions;
    private final Outbox outbox;

    Facts(
            FactStore store,
            PersonalFacts people,
            Erasures erasures,
            ErasureLedger ledger,
            ChangedCustomers changed,
            EarlierConclusions conclusions,
            Outbox outbox) {
        this.store = store;
        this.people = people;
        this.erasures = erasures;
        this.ledger = ledger;
        this.changed = changed;
        this.conclusions = conclusions;
        this.outbox = outbox;
    }

    /** Applies the facts of a message and gives how many customers it concerned. What was erased does not come back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int record(Envelope<?> envelope, FactsRecorded facts) {
        concludeWhatWaits(envelope, facts);
        List<Fact> allowed = allowed(envelope.workspaceId(), facts);
        if (allowed.isEmpty()) {
            return 0;
        }
        Set<UUID> customers = store.apply(
                envelope.workspaceId(), new FactsRecorded(facts.runId(), facts.dataset(), facts.source(), allowed));
        changed.mark(
                envelope.workspaceId(),
                customers,
                envelope.origin(),
                envelope.isBackfill() ? Urgency.LOAD : Urgency.NEWS,
                envelope.eventId());
        return customers.size();
    }

    /**
     * Forgets a person and passes it on to whoever may have quoted what is gone. Delivered again it tells the same facts,
     * although their addresses can no longer be found.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Envelope<?> envelope, ContactErased erased) {
        people.close(envelope.workspaceId());
        Set<UUID> facts =
                new LinkedHashSet<>(people.of(envelope.workspaceId(), erased.customerId(), erased.contactId()));
        List<UUID> told = erased.factIds();
        if (told != null) {
            facts.addAll(told);
        }
        ledger.find(erased.erasureId())
                .ifPresent(entry -> facts.addAll(entry.erasure().allFactIds()));
        erasures.erase(new Erasure(erased.erasureId(), erased.contactId(), List.copyOf(facts)));
        outbox.publish(OutboxMessage.live(
                        MessageKey.customer(envelope.workspaceId(), erased.customerId()),
                        new RecordsErased(erased.customerId(), erased.erasureId(), List.copyOf(facts)))
                .causedBy(envelope));
        changed.mark(
                envelope.workspaceId(),
                Set.of(erased.customerId()),
                envelope.origin(),
                Urgency.NEWS,
                envelope.eventId());
    }

    /**
     * A load stays silent and news stays news, also when they meet on one customer. Should it fail, the facts count all
     * the same: the customer is computed later, silently.
     */
    private void concludeWhatWaits(Envelope<?> envelope, FactsRecorded facts) {
        Set<UUID> customers = facts.facts().stream().map(Fact::customerId).collect(Collectors.toSet());
        if (!changed.isAnyMarkedOtherwise(envelope.workspaceId(), customers, envelope.origin())) {
            return;
        }
        try {
            conclusions.draw(envelope.workspaceId(), customers, envelope.origin());
        } catch (RuntimeException failed) {
            Log.warnf(failed, "customers that wait could not be computed before the facts of run %s", facts.runId());
        }
    }

    private List<Fact> allowed(UUID workspaceId, FactsRecorded facts) {
        if (!OF_PEOPLE.contains(facts.dataset())) {
            return facts.facts();
        }
        people.enter(workspaceId);
        Set<UUID> erased =
                ledger.erasedAmong(facts.facts().stream().map(Fact::factId).toList());
        return facts.facts().stream()
                .filter(fact -> !erased.contains(fact.factId()))
                .toList();
    }
}
