package dev.minori.kit.inbox;

import dev.minori.events.MinoriEvent;
import dev.minori.kit.failure.PermanentFailure;
import dev.minori.kit.failure.Transience;
import dev.minori.kit.inbox.MessageReader.Foreign;
import dev.minori.kit.inbox.MessageReader.Understood;
import dev.minori.kit.inbox.MessageReader.Unreadable;
import dev.minori.kit.parking.ParkedMessage;
import dev.minori.kit.parking.ParkingLot;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Applies the waiting messages of a parked key in order, each in a transaction of its own. */
@ApplicationScoped
public class ParkedReplay {
    private final Instance<InboundChannel<?>> channels;
    private final MessageApplier applier;
    private final ParkingLot parking;

    ParkedReplay(@Any Instance<InboundChannel<?>> channels, MessageApplier applier, ParkingLot parking) {
        this.channels = channels;
        this.applier = applier;
        this.parking = parking;
    }

    /**
     * What a replay came to.
     *
     * @param applied messages applied now
     * @param freed whether the key is free again; otherwise reason and detail say what stopped it
     */
    public record Outcome(int applied, boolean freed, String reason, String detail) {}

    private enum Step {
        APPLIED,
        EMPTY
    }

    /** Replays one key of the current workspace until it is free or a message fails again; empty if it is not parked. */
    public Optional<Outcome> replay(String channelName, String key) {
        Optional<InboundChannel<?>> channel = find(channelName);
        if (channel.isEmpty() || !QuarkusTransaction.requiringNew().call(() -> parking.isParked(channelName, key))) {
            return Optional.empty();
        }
        int applied = 0;
        while (true) {
            try {
                Step step = QuarkusTransaction.requiringNew().call(() -> applyFirst(channel.get(), key));
                if (step == Step.EMPTY) {
                    return Optional.of(new Outcome(applied, true, "", ""));
                }
                applied++;
            } catch (RuntimeException failure) {
                if (Transience.isTransient(failure)) {
                    throw failure;
                }
                String reason = MessageIntake.reason(failure);
                String detail = MessageIntake.detail(failure);
                QuarkusTransaction.requiringNew().run(() -> parking.explain(channelName, key, reason, detail));
                return Optional.of(new Outcome(applied, false, reason, detail));
            }
        }
    }

    /** Replays a key that waits for a version which knows its first message's type, if this is one; empty if it is not. */
    Optional<Outcome> replayIfKnown(String channelName, String key) {
        Optional<InboundChannel<?>> channel = find(channelName);
        boolean known = channel.isPresent()
                && QuarkusTransaction.requiringNew().call(() -> beginsWithKnownType(channel.get(), key));
        return known ? replay(channelName, key) : Optional.empty();
    }

    private <E extends MinoriEvent> boolean beginsWithKnownType(InboundChannel<E> channel, String key) {
        if (!parking.lockIfParked(channel.name(), key)) {
            return false;
        }
        return parking.first(channel.name(), key)
                .map(first -> MessageReader.read(first.payload(), channel.eventType()))
                .map(reading -> !(reading instanceof Foreign<E> foreign && foreign.typeUnknown()))
                .orElse(true);
    }

    private <E extends MinoriEvent> Step applyFirst(InboundChannel<E> channel, String key) {
        if (!parking.lockIfParked(channel.name(), key)) {
            return Step.EMPTY;
        }
        Optional<ParkedMessage> first = parking.first(channel.name(), key);
        if (first.isEmpty()) {
            parking.remove(channel.name(), key, 0);
            return Step.EMPTY;
        }
        switch (MessageReader.read(first.get().payload(), channel.eventType())) {
            case Understood<E> readable -> applier.apply(channel, readable.envelope());
            case Foreign<E> foreign ->
                throw new PermanentFailure(
                        foreign.typeUnknown() ? MessageIntake.UNKNOWN_TYPE : "unreadable-content", foreign.error());
            case Unreadable<E> garbage -> throw new PermanentFailure("unreadable-content", garbage.error());
        }
        parking.remove(channel.name(), key, first.get().position());
        return Step.APPLIED;
    }

    private Optional<InboundChannel<?>> find(String name) {
        for (InboundChannel<?> channel : channels) {
            if (channel.name().equals(name)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
