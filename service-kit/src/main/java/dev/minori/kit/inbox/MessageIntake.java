package dev.minori.kit.inbox;

import dev.minori.events.MinoriEvent;
import dev.minori.kit.failure.PermanentFailure;
import dev.minori.kit.failure.Transience;
import dev.minori.kit.failure.TransientFailure;
import dev.minori.kit.id.Ids;
import dev.minori.kit.inbox.MessageReader.Foreign;
import dev.minori.kit.inbox.MessageReader.Head;
import dev.minori.kit.inbox.MessageReader.Understood;
import dev.minori.kit.inbox.MessageReader.Unreadable;
import dev.minori.kit.log.LogField;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.workspace.WorkspaceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The door through which messages enter. It decodes, binds the workspace, keeps order behind parked keys, applies each
 * message in one transaction and decides what a failure means: surroundings at fault → the same message again, for as
 * long as it takes, while the partition waits; message at fault → it parks, and only its key with it.
 */
@ApplicationScoped
public class MessageIntake {
    /** Reason of messages that a newer version of the service may understand. */
    static final String UNKNOWN_TYPE = "unknown-type";

    private static final int TRANSACTION_SECONDS = 25;
    private static final int MAX_DETAIL = 500;

    private final MessageApplier applier;
    private final ParkingLot parking;
    private final UnreadableMessages unreadable;
    private final Patience patience;
    private final MeterRegistry meters;
    private final LaneGate gate;
    private final ParkingConfig config;
    private final Ids ids;

    MessageIntake(
            MessageApplier applier,
            ParkingLot parking,
            UnreadableMessages unreadable,
            Patience patience,
            MeterRegistry meters,
            LaneGate gate,
            ParkingConfig config,
            Ids ids) {
        this.applier = applier;
        this.parking = parking;
        this.unreadable = unreadable;
        this.patience = patience;
        this.meters = meters;
        this.gate = gate;
        this.config = config;
        this.ids = ids;
    }

    /** Takes one record in; returns when it is applied, known already, skipped or safely parked. */
    public <E extends MinoriEvent> void receive(InboundChannel<E> channel, ConsumerRecord<String, byte[]> message) {
        receive(channel, ReceivedMessage.of(message));
    }

    /** Takes one message in. See {@link #receive(InboundChannel, ConsumerRecord)}. */
    public <E extends MinoriEvent> void receive(InboundChannel<E> channel, ReceivedMessage message) {
        byte[] payload = message.payload();
        if (payload == null) {
            count(channel, "empty"); // A tombstone of a compacted topic: nothing to apply.
            return;
        }
        switch (MessageReader.read(payload, channel.eventType())) {
            case Understood<E> readable -> {
                Head head = Head.of(readable.envelope());
                inContext(
                        channel,
                        head,
                        () -> gate.pass(channel.lane(), () -> apply(channel, readable, payload, message.source())));
            }
            case Foreign<E> foreign ->
                inContext(channel, foreign.head(), () -> keep(channel, foreign, payload, message.source()));
            case Unreadable<E> garbage ->
                patience.untilDone(() -> {
                    QuarkusTransaction.requiringNew()
                            .run(() -> unreadable.keep(ids.next(), channel.name(), message, garbage.error()));
                    Log.errorf("unreadable message %s kept: %s", message.source(), garbage.error());
                    count(channel, "unreadable");
                });
        }
    }

    private <E extends MinoriEvent> void apply(
            InboundChannel<E> channel, Understood<E> readable, byte[] payload, String source) {
        Head head = Head.of(readable.envelope());
        patience.untilDone(() -> {
            try {
                String outcome = QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(() -> applyOrWait(channel, readable, payload, source));
                count(channel, outcome);
                Log.debugf("message %s of %s: %s", source, channel.name(), outcome);
            } catch (RuntimeException failure) {
                if (Transience.isTransient(failure)) {
                    throw new TransientFailure(channel.name() + " " + source, failure);
                }
                park(channel, head, reason(failure), detail(failure), payload, source);
                Log.errorf(failure, "message %s parked with its key", source);
            }
        });
    }

    private <E extends MinoriEvent> String applyOrWait(
            InboundChannel<E> channel, Understood<E> readable, byte[] payload, String source) {
        Head head = Head.of(readable.envelope());
        if (parking.lockIfParked(channel.name(), head.key())) {
            refuseIfFull(channel.name(), head);
            parking.putBehind(channel.name(), head.key(), new ParkingLot.Waiting(head.eventId(), payload, source));
            return "waiting";
        }
        return applier.apply(channel, readable.envelope());
    }

    private <E extends MinoriEvent> void keep(
            InboundChannel<E> channel, Foreign<E> foreign, byte[] payload, String source) {
        if (foreign.typeUnknown() && !foreign.head().mustUnderstand()) {
            patience.untilDone(
                    () -> QuarkusTransaction.requiringNew().run(() -> applier.passOver(channel, foreign.head())));
            count(channel, "skipped");
            Log.debugf("message %s of %s: skipped, this version does not know its type", source, channel.name());
            return;
        }
        String reason = foreign.typeUnknown() ? UNKNOWN_TYPE : "unreadable-content";
        patience.untilDone(() -> park(channel, foreign.head(), reason, foreign.error(), payload, source));
        Log.errorf("message %s parked with its key: %s", source, reason);
    }

    private void park(
            InboundChannel<?> channel, Head head, String reason, String detail, byte[] payload, String source) {
        QuarkusTransaction.requiringNew().run(() -> {
            parking.lockIfParked(channel.name(), head.key());
            refuseIfFull(channel.name(), head);
            parking.park(
                    channel.name(),
                    head.key(),
                    reason,
                    detail,
                    new ParkingLot.Waiting(head.eventId(), payload, source));
        });
        count(channel, "parked");
    }

    private void refuseIfFull(String channel, Head head) {
        if (parking.waiting(channel, head.key()) >= config.maxWaiting()) {
            ChannelMeters.held(meters, channel).increment();
            throw new TransientFailure("the queue behind parked key " + head.key() + " is full", null);
        }
    }

    private static void inContext(InboundChannel<?> channel, Head head, Runnable work) {
        String subject = head.key().substring(head.key().indexOf('|') + 1);
        LogField.during(
                "eventId",
                head.eventId(),
                () -> LogField.during(
                        channel.subjectField(), subject, () -> WorkspaceContext.run(head.workspaceId(), work)));
    }

    static String reason(RuntimeException failure) {
        return failure instanceof PermanentFailure permanent ? permanent.reason() : "failed";
    }

    /** Exceptions may quote values: a permanent failure's text is written for people, of others only the kind is kept. */
    static String detail(RuntimeException failure) {
        String detail = failure instanceof PermanentFailure
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        return detail.getBytes(StandardCharsets.UTF_8).length <= MAX_DETAIL
                ? detail
                : detail.substring(0, Math.min(detail.length(), MAX_DETAIL / 4));
    }

    private void count(InboundChannel<?> channel, String outcome) {
        meters.counter("minori.inbox.messages", "channel", channel.name(), "outcome", outcome)
                .increment();
    }
}
