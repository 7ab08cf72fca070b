package dev.minori.kit.inbox;

import dev.minori.events.Envelope;
import dev.minori.events.MinoriEvent;
import dev.minori.kit.failure.TransientFailure;
import dev.minori.kit.inbox.MessageReader.Head;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;

/** Applies one message inside the current transaction, once. Used by the intake and by replays. */
@ApplicationScoped
class MessageApplier {
    private final Inbox inbox;
    private final MeterRegistry meters;

    MessageApplier(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        this.meters = meters;
    }

    /** The outcome for the counter: {@code applied} or {@code duplicate}. */
    @Transactional(Transactional.TxType.MANDATORY)
    <E extends MinoriEvent> String apply(InboundChannel<E> channel, Envelope<E> envelope) {
        Head head = Head.of(envelope);
        try {
            if (channel.delivery() == Delivery.ONCE && !inbox.note(channel.name(), head)) {
                return "duplicate";
            }
            noteSequence(channel, head);
        } catch (SQLException failed) {
            throw new TransientFailure("the inbox could not be read", failed);
        }
        channel.handle(envelope);
        return "applied";
    }

    /** Notes that a message was passed over on purpose, so that the next one of its key does not seem to follow a gap. */
    @Transactional(Transactional.TxType.MANDATORY)
    void passOver(InboundChannel<?> channel, Head head) {
        try {
            noteSequence(channel, head);
        } catch (SQLException failed) {
            throw new TransientFailure("the inbox could not be read", failed);
        }
    }

    private void noteSequence(InboundChannel<?> channel, Head head) throws SQLException {
        switch (inbox.advance(channel.name(), head)) {
            case NEXT -> {}
            case GAP -> ChannelMeters.sequence(meters, channel, "gap").increment();
            case STEP_BACK ->
                ChannelMeters.sequence(meters, channel, "step-back").increment();
        }
    }
}
