package dev.minori.playbook.alert;

import dev.minori.events.MessageKey;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.AlertClosed;
import dev.minori.events.PlaybookEvent.AlertOpened;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.segment.EntryDecision;
import dev.minori.playbook.segment.EntryOutcome;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.SegmentStore;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, repeats and closes alerts. */
@ApplicationScoped
public class Alerts {
    private final AlertStore store;
    private final AlertRules rules;
    private final AlertConsequences consequences;
    private final SegmentStore segments;
    private final CustomerStore customers;
    private final Outbox outbox;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Alerts(
            AlertStore store,
            AlertRules rules,
            AlertConsequences consequences,
            SegmentStore segments,
            CustomerStore customers,
            Outbox outbox,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.consequences = consequences;
        this.segments = segments;
        this.customers = customers;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lets every rule of the segment answer a live entry, in the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entered(SegmentStay stay) {
        for (AlertRules.InForce rule : rules.of(stay.segmentKey())) {
            if (rule.definition().paused()) {
                decide(rule, stay, EntryOutcome.RULE_PAUSED, null);
            } else {
                fire(rule, stay);
            }
        }
    }

    /** Closes what was only there because of this stay, in the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void left(SegmentStay stay, Instant at) {
        for (Alert alert : store.endOccurrences(stay.membershipId(), at)) {
            boolean autoClose = rules.of(stay.segmentKey()).stream()
                    .filter(rule -> rule.definition().id().equals(alert.ruleId()))
                    .anyMatch(rule -> rule.rule().autoClose());
            if (autoClose && alert.state() instanceof AlertState.Open open) {
                close(alert, open.causeGone(clock.instant()));
            }
        }
    }

    /**
     * Opens an alert for a stay that opened none by itself, as a person asked. Throws not-found, conflict if the stay
     * is over, was answered, or does not belong to the rule's segment.
     */
    @Transactional
    public Alert openByHand(Definition definition, UUID membershipId) {
        AlertRules.InForce rule =
                rules.of(definition).orElseThrow(() -> conflict("このアラート条件はまだ公開されていません。", "The rule is not published."));
        SegmentStay stay = segments.find(membershipId)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "セグメントの該当「%s」はありません。".formatted(membershipId), "There is no stay " + membershipId + ".")));
        if (!stay.segmentKey().equals(rule.rule().segmentKey())) {
            throw conflict("別のセグメントの該当です。", "The stay belongs to another segment.");
        }
        if (stay.leftAt() != null) {
            throw conflict("この顧客はすでにセグメントから外れています。", "The customer has left the segment.");
        }
        Alert alert = fire(rule, stay);
        audit.record("alert-opened-by-hand", "alert", alert.id().toString(), Map.of());
        return alert;
    }

    /** Closes an alert for a person. Throws not-found, stale-version, conflict if it is closed. */
    @Transactional
    public Alert close(UUID id, @Nullable String ifMatch, String reason, Author author) {
        Alert alert = store.lock(id).orElseThrow(() -> unknown(id));
        Versions.require(ifMatch, alert.revision());
        return switch (alert.state()) {
            case AlertState.Open open -> close(alert, open.closedBy(clock.instant(), author.memberId(), reason));
            case AlertState.Closed _ -> throw conflict("このアラートは閉じられています。", "The alert is closed.");
        };
    }

    /** Throws not-found. */
    @Transactional
    public Alert get(UUID id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private Alert fire(AlertRules.InForce rule, SegmentStay stay) {
        Optional<Alert> last = store.lockLastEpisode(rule.definition().id(), stay.customerId(), stay.subjectFactId());
        if (last.isEmpty()) {
            return open(rule, stay, 1);
        }
        return switch (last.get().state()) {
            case AlertState.Open _ ->
                repeat(rule, stay, last.get(), AlertState.Open.AWAKE, EntryOutcome.OCCURRENCE_ADDED);
            case AlertState.Closed closed -> {
                boolean coolingDown =
                        clock.instant().isBefore(closed.at().plus(rule.rule().coolDown()));
                yield coolingDown
                        ? repeat(rule, stay, last.get(), closed.reopen(), EntryOutcome.REOPENED_QUIETLY)
                        : open(rule, stay, last.get().episode() + 1);
            }
        };
    }

    private Alert open(AlertRules.InForce rule, SegmentStay stay, int episode) {
        Instant now = clock.instant();
        String customer = customers
                .find(stay.customerId())
                .map(CustomerProfile::name)
                .orElseGet(() -> stay.customerId().toString());
        LocalText title = rule.rule().title().fill(stay.placeholders(customer));
        Alert alert = new Alert(
                ids.next(),
                rule.definition().id(),
                rule.version(),
                stay.customerId(),
                stay.subjectDataset(),
                stay.subjectFactId(),
                stay.subjectLabel(),
                episode,
                rule.rule().severity(),
                title,
                AlertState.Open.AWAKE,
                now,
                stay.enteredAt(),
                1,
                1);
        store.insert(alert);
        store.addOccurrence(alert.id(), occurrence(stay));
        decide(rule, stay, EntryOutcome.ALERT_OPENED, alert.id());
        publish(alert, new AlertOpened(alert.customerId(), alert.id(), alert.ruleId(), title.ja(), now));
        consequences.of(alert, rule.rule(), stay);
        return alert;
    }

    private Alert repeat(
            AlertRules.InForce rule, SegmentStay stay, Alert alert, AlertState.Open open, EntryOutcome outcome) {
        Alert changed = alert.again(stay.enteredAt(), open);
        store.update(changed);
        store.addOccurrence(alert.id(), occurrence(stay));
        decide(rule, stay, outcome, alert.id());
        return changed;
    }

    private Alert close(Alert alert, AlertState.Closed closed) {
        Alert changed = alert.with(closed);
        store.update(changed);
        publish(alert, new AlertClosed(alert.customerId(), alert.id(), alert.ruleId(), closed.at()));
        return changed;
    }

    private void decide(AlertRules.InForce rule, SegmentStay stay, EntryOutcome outcome, @Nullable UUID alertId) {
        segments.insert(new EntryDecision(
                ids.next(),
                rule.definition().id(),
                rule.version(),
                stay.customerId(),
                stay.membershipId(),
                outcome,
                alertId,
                clock.instant()));
    }

    private void publish(Alert alert, PlaybookEvent event) {
        outbox.publish(OutboxMessage.live(MessageKey.customer(WorkspaceContext.current(), alert.customerId()), event));
    }

    private static Alert.Occurrence occurrence(SegmentStay stay) {
        return new Alert.Occurrence(stay.membershipId(), stay.enteredAt(), null, stay.evidence());
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.notFound(new Wording("アラート「%s」はありません。".formatted(id), "There is no alert " + id + "."));
    }

    private static ProblemException conflict(String ja, String en) {
        return new ProblemException(KitProblem.CONFLICT, new Wording(ja, en));
    }
}
