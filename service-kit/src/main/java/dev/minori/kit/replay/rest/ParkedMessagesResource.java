package dev.minori.kit.replay.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.inbox.ParkedReplay;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits because a message of its key could not be applied, and the button that tries again. */
@Path("/api/v1/parked-messages")
@RunOnVirtualThread
public class ParkedMessagesResource {
    private static final int LIMIT = 200;

    private final ParkingLot parking;
    private final ParkedReplay replay;
    private final Idempotency idempotency;

    ParkedMessagesResource(ParkingLot parking, ParkedReplay replay, Idempotency idempotency) {
        this.parking = parking;
        this.replay = replay;
        this.idempotency = idempotency;
    }

    /** The workspace's parked keys, longest waiting first, at most 200. */
    @GET
    @RolesAllowed({"admin", "integrator"})
    public ParkedKeys list() {
        return new ParkedKeys(parking.list(LIMIT));
    }

    /**
     * Applies the key's messages in order until it is free or one fails again. A key that is not parked is not found. Each
     * message is applied once, whoever repeats the request.
     */
    @POST
    @Path("/{channel}/{key}/replays")
    @RolesAllowed({"admin", "integrator"})
    public ParkedReplay.Outcome replay(
            @PathParam("channel") String channel,
            @PathParam("key") String key,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return idempotency.atItsEnd(
                idempotencyKey,
                new ReplayOf(channel, key),
                ParkedReplay.Outcome.class,
                () -> replay.replay(channel, key).orElseThrow(() -> nothingParked(key)));
    }

    private static ProblemException nothingParked(String key) {
        return ProblemException.notFound(new Wording(
                "「%s」で待っているメッセージはありません。".formatted(key), "Nothing of '%s' is parked.".formatted(key)));
    }

    private record ReplayOf(String channel, String key) {}

    /** The list. */
    public record ParkedKeys(List<ParkedKey> items) {
        public ParkedKeys {
            items = List.copyOf(items);
        }
    }
}
