package dev.minori.playbook.signal;

import dev.minori.events.Envelope;
import dev.minori.events.HealthEvent;
import dev.minori.events.HealthEvent.CustomerProfileChanged;
import dev.minori.events.HealthEvent.HealthScoreChanged;
import dev.minori.events.HealthEvent.RecordsErased;
import dev.minori.events.HealthEvent.SegmentEntered;
import dev.minori.events.HealthEvent.SegmentLeft;
import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.playbook.alert.Alerts;
import dev.minori.playbook.customer.CustomerHealth;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.run.Runs;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.SegmentStore;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Takes what scoring-service tells to the features it concerns. */
@ApplicationScoped
public class Signals {
    private final CustomerStore customers;
    private final SegmentStore segments;
    private final Alerts alerts;
    private final Runs runs;
    private final QuoteEraser eraser;
    private final ErasureLedger ledger;
    private final SignalMeters meters;

    Signals(
            CustomerStore customers,
            SegmentStore segments,
            Alerts alerts,
            Runs runs,
            QuoteEraser eraser,
            ErasureLedger ledger,
            SignalMeters meters) {
        this.customers = customers;
        this.segments = segments;
        this.alerts = alerts;
        this.runs = runs;
        this.eraser = eraser;
        this.ledger = ledger;
        this.meters = meters;
    }

    /** Applies one event in the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(Envelope<HealthEvent> envelope) {
        switch (envelope.event()) {
            case CustomerProfileChanged profile -> on(profile);
            case HealthScoreChanged score -> on(score);
            case SegmentEntered entered -> on(entered, envelope.isBackfill());
            case SegmentLeft left -> alerts.left(segments.leave(ended(left)), left.leftAt());
            case RecordsErased erased -> eraser.erase(erased);
        }
    }

    /**
     * A stay as its end alone tells it. Its beginning may still wait in the bulk lane: then it is one that nothing was
     * opened for, and it must not last.
     */
    private static SegmentStay ended(SegmentLeft left) {
        return new SegmentStay(
                left.membershipId(),
                left.customerId(),
                left.segmentKey(),
                left.segmentVersion(),
                left.subject().dataset().wireName(),
                left.subject().factId(),
                null,
                Map.of(),
                true,
                left.leftAt(),
                left.leftAt());
    }

    private void on(CustomerProfileChanged profile) {
        customers.save(new CustomerProfile(
                profile.customerId(),
                profile.profileVersion(),
                profile.name(),
                profile.nameKana(),
                profile.customerCode(),
                profile.ownerMemberId(),
                profile.phase(),
                profile.touchModel(),
                profile.removed()));
        if (profile.removed()) {
            runs.customerRemoved(profile.customerId());
        }
    }

    private void on(HealthScoreChanged score) {
        customers.saveHealth(new CustomerHealth(
                score.customerId(),
                score.calculatedAt(),
                score.points(),
                score.band(),
                score.reasons().stream()
                        .map(reason -> new LocalText(reason.textJa(), reason.textEn()))
                        .toList()));
    }

    /**
     * What is learned from a first load or a recomputation is kept, and nothing is opened or started by it. Of a record
     * that was erased meanwhile nothing is quoted.
     */
    private void on(SegmentEntered entered, boolean backfill) {
        UUID subject = entered.subject().factId();
        boolean erased = !subject.equals(entered.customerId()) && ledger.isErased(subject);
        SegmentStay stay = new SegmentStay(
                entered.membershipId(),
                entered.customerId(),
                entered.segmentKey(),
                entered.segmentVersion(),
                entered.subject().dataset().wireName(),
                subject,
                erased ? null : entered.subject().label(),
                erased ? Map.of() : entered.evidence(),
                backfill,
                entered.enteredAt(),
                null);
        if (!segments.insert(stay)) {
            return;
        }
        meters.entered(entered.segmentKey(), backfill);
        if (!backfill) {
            alerts.entered(stay);
            runs.entered(stay);
        }
    }
}
