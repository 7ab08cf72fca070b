package dev.minori.playbook.segment;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.customer.CustomerLookup;
import dev.minori.playbook.definition.Definition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers why a rule or playbook did something about a customer, why not, and what it would have done. */
@ApplicationScoped
public class Explanations {
    private static final int MOST = 100;

    private final SegmentStore store;
    private final CustomerLookup customers;

    Explanations(SegmentStore store, CustomerLookup customers) {
        this.store = store;
        this.customers = customers;
    }

    /**
     * What a rule or playbook in force made of each stay of a customer in its segment, newest first; at least one
     * answer. Throws conflict if it was never published.
     */
    @Transactional
    public List<Explanation> explain(Definition definition, UUID customerId) {
        String segment = segment(definition);
        List<EntryDecision> decisions = store.listDecisions(definition.id(), customerId, MOST);
        Map<UUID, SegmentStay> stays = store.listOfCustomer(customerId, segment, MOST).stream()
                .collect(Collectors.toMap(SegmentStay::membershipId, Function.identity()));
        List<Explanation> answers = new ArrayList<>();
        for (EntryDecision decision : decisions) {
            SegmentStay stay = stays.get(decision.membershipId());
            answers.add(Explanation.of(
                    decision.outcome(),
                    decision.decidedAt(),
                    decision.membershipId(),
                    decision.resultId(),
                    stay == null ? Map.of() : stay.evidence()));
        }
        Set<UUID> answered = decisions.stream().map(EntryDecision::membershipId).collect(Collectors.toSet());
        store.listOfCustomer(customerId, segment, MOST).stream()
                .filter(stay -> !answered.contains(stay.membershipId()))
                .map(Explanations::unanswered)
                .forEach(answers::add);
        if (answers.isEmpty()) {
            answers.add(Explanation.of(EntryOutcome.NEVER_ENTERED, null, null, null, Map.of()));
        }
        return answers;
    }

    /**
     * Stays that last and opened nothing, because they were learned from a first load or began before publication; by
     * membership id, those behind the given one. Throws conflict if the definition was never published.
     */
    @Transactional
    public List<SegmentStay> wouldHave(Definition definition, @Nullable UUID behind, int limit) {
        return store.listUnanswered(definition.id(), segment(definition), behind, limit);
    }

    /** Names of the customers whose stays these are, as far as they were heard of. */
    @Transactional
    public Map<UUID, String> customerNames(List<SegmentStay> stays) {
        return customers.listNames(stays.stream().map(SegmentStay::customerId).collect(Collectors.toSet()));
    }

    /** Why a stay opened nothing. */
    public static EntryOutcome reason(SegmentStay stay) {
        return stay.backfill() ? EntryOutcome.SUPPRESSED_BACKFILL : EntryOutcome.BEFORE_PUBLICATION;
    }

    private static Explanation unanswered(SegmentStay stay) {
        return Explanation.of(reason(stay), stay.enteredAt(), stay.membershipId(), null, stay.evidence());
    }

    private static String segment(Definition definition) {
        String segment = definition.segmentKey();
        if (segment == null) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "「%s」はまだ公開されていません。".formatted(definition.key()),
                            "'%s' is not published yet.".formatted(definition.key())));
        }
        return segment;
    }
}
