package dev.minori.kit.replay.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.inbox.ParkedReplay;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.parking.ParkingLot.Place;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What waits because a message of its key could not be applied, and the button that tries again. */
@Path("/api/v1/parked-messages")
@RunOnVirtualThread
public class ParkedMessagesResource {
    private final ParkingLot parking;
    private final ParkedReplay replay;
    private final Idempotency idempotency;
    private final Cursors cursors;

    ParkedMessagesResource(ParkingLot parking, ParkedReplay replay, Idempotency idempotency, Cursors cursors) {
        this.parking = parking;
        this.replay = replay;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    /** The workspace's parked keys, longest waiting first. */
    @GET
    @RolesAllowed({"admin", "integrator"})
    public Page<ParkedKey> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "parked-messages", "parkedAt,channel,key");
        Place behind = request.cursor() == null ? Place.BEFORE_ALL : place(cursors.read(scope, request.cursor()));
        return Page.cut(
                parking.list(behind, request.fetchSize()),
                request,
                last -> cursors.write(scope, List.of(last.parkedAt().toString(), last.channel(), last.key())));
    }

    private static Place place(List<@Nullable String> position) {
        return new Place(
                Instant.parse(Objects.requireNonNull(position.get(0))),
                Objects.requireNonNull(position.get(1)),
                Objects.requireNonNull(position.get(2)));
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
        return ProblemException.notFound(
                new Wording("「%s」で待っているメッセージはありません。".formatted(key), "Nothing of '%s' is parked.".formatted(key)));
    }

    private record ReplayOf(String channel, String key) {}
}
