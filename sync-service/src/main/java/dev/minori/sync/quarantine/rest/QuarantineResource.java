package dev.minori.sync.quarantine.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.quarantine.QuarantineService;
import dev.minori.sync.quarantine.QuarantineStore;
import dev.minori.sync.quarantine.Replays;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that did not become facts, why, and their second chance. */
@Path("/api/v1/quarantine")
@RunOnVirtualThread
public class QuarantineResource {
    private final QuarantineService quarantine;
    private final Replays replays;
    private final Cursors cursors;
    private final Idempotency idempotency;

    QuarantineResource(QuarantineService quarantine, Replays replays, Cursors cursors, Idempotency idempotency) {
        this.quarantine = quarantine;
        this.replays = replays;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public Page<QuarantineView> list(
            @QueryParam("mappingId") @Nullable UUID mappingId,
            @QueryParam("runId") @Nullable UUID runId,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                WorkspaceContext.current(),
                "quarantine",
                "id",
                String.valueOf(mappingId),
                String.valueOf(runId),
                String.valueOf(reason));
        String after = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<QuarantineEntry> found = quarantine.list(
                new QuarantineStore.Filter(mappingId, runId, reason),
                after == null ? null : UUID.fromString(after),
                page.fetchSize());
        return Page.cut(
                        found,
                        page,
                        last -> cursors.write(scope, List.of(last.id().toString())))
                .map(QuarantineView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public QuarantineView get(@PathParam("id") UUID id) {
        return QuarantineView.of(quarantine.get(id));
    }

    /** Tries one row again with the mapping as it is now. */
    @POST
    @Path("/{id}/replay")
    @RolesAllowed({"integrator", "admin"})
    public ReplayView replay(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return idempotency.atItsEnd(
                idempotencyKey,
                new ReplayOf(id),
                ReplayView.class,
                () -> ReplayView.of(replays.replay(quarantine.get(id))));
    }

    /** Tries all rows of a mapping, of a reason, or of both again. */
    @POST
    @Path("/replays")
    @RolesAllowed({"integrator", "admin"})
    public ReplayView replayAll(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Valid ReplayRequest request) {
        return idempotency.atItsEnd(
                idempotencyKey,
                request,
                ReplayView.class,
                () -> ReplayView.of(replays.replayAll(request.mappingId(), request.reason())));
    }

    private record ReplayOf(UUID entryId) {}
}
