package dev.minori.kit.inbox.rest;

import dev.minori.kit.inbox.ParkedReplay;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** What waits because a message of its key could not be applied, and the button that tries again. */
@Path("/api/v1/parked-messages")
@RunOnVirtualThread
public class ParkedMessagesResource {
    private static final int LIMIT = 200;

    private final ParkingLot parking;
    private final ParkedReplay replay;

    ParkedMessagesResource(ParkingLot parking, ParkedReplay replay) {
        this.parking = parking;
        this.replay = replay;
    }

    /** The workspace's parked keys, longest waiting first, at most 200. */
    @GET
    @RolesAllowed({"admin", "integrator"})
    public ParkedKeys list() {
        return new ParkedKeys(parking.list(LIMIT));
    }

    /** Applies the key's messages in order until it is free or one fails again. A key that is not parked is not found. */
    @POST
    @Path("/{channel}/{key}/replays")
    @RolesAllowed({"admin", "integrator"})
    public ParkedReplay.Outcome replay(@PathParam("channel") String channel, @PathParam("key") String key) {
        return replay.replay(channel, key)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "「%s」で待っているメッセージはありません。".formatted(key), "Nothing of '%s' is parked.".formatted(key))));
    }

    /** The list. */
    public record ParkedKeys(List<ParkedKey> items) {
        public ParkedKeys {
            items = List.copyOf(items);
        }
    }
}
