package dev.minori.sync.reconcile.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.reconcile.Reconciliation;
import dev.minori.sync.reconcile.ReconciliationService;
import dev.minori.sync.run.RunKind;
import dev.minori.sync.run.RunService;
import dev.minori.sync.run.SyncRun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Whether mappings have what their sources have: 12,431 = 12,431, or the difference and why. */
@Path("/api/v1/reconciliations")
@RunOnVirtualThread
public class ReconciliationsResource {
    private final ReconciliationService reconciliations;
    private final RunService runs;
    private final Cursors cursors;
    private final Idempotency idempotency;

    ReconciliationsResource(
            ReconciliationService reconciliations, RunService runs, Cursors cursors, Idempotency idempotency) {
        this.reconciliations = reconciliations;
        this.runs = runs;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    /** Newest first. Each mapping is compared once a day, and whenever everything is read. */
    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager", "viewer"})
    public Page<ReconciliationView> list(
            @QueryParam("mappingId") @Nullable UUID mappingId,
            @QueryParam("connectionId") @Nullable UUID connectionId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope =
                CursorScope.of(WorkspaceContext.current(), "reconciliations", "-id", mappingId + "|" + connectionId);
        String before = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<Reconciliation> found = reconciliations.list(
                mappingId, connectionId, before == null ? null : UUID.fromString(before), page.fetchSize());
        return Page.cut(
                        found,
                        page,
                        last -> cursors.write(scope, List.of(last.runId().toString())))
                .map(each -> ReconciliationView.of(runs.get(each.runId()), each));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager", "viewer"})
    public ReconciliationView get(@PathParam("id") UUID id) {
        SyncRun run = runs.get(id);
        Optional<Reconciliation> found = reconciliations.find(id);
        if (found.isEmpty() && run.kind() != RunKind.RECONCILIATION) {
            throw ReconciliationService.notFound(id);
        }
        return found.map(each -> ReconciliationView.of(run, each)).orElseGet(() -> ReconciliationView.of(run));
    }

    /** Asks for a comparison; it begins when its turn comes. A mapping that never read everything does that instead. */
    @POST
    @ResponseStatus(202)
    @RolesAllowed({"integrator", "admin", "cs-ops"})
    public ReconciliationView request(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ReconciliationRequest request) {
        return idempotency.once(
                key,
                request,
                ReconciliationView.class,
                () -> ReconciliationView.of(runs.request(request.mappingId(), RunKind.RECONCILIATION, false)));
    }
}
