package dev.minori.sync.run.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.run.RunFilter;
import dev.minori.sync.run.RunKind;
import dev.minori.sync.run.RunService;
import dev.minori.sync.run.RunState;
import dev.minori.sync.run.SyncRun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Sync runs: ask for one, see how far it is and what came of it. */
@Path("/api/v1/sync-runs")
@RunOnVirtualThread
public class RunsResource {
    private final RunService runs;
    private final Cursors cursors;
    private final Idempotency idempotency;
    private final Clock clock;

    RunsResource(RunService runs, Cursors cursors, Idempotency idempotency, Clock clock) {
        this.runs = runs;
        this.cursors = cursors;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param withChanges only runs that added, changed, removed, rejected or held back something, or that did not succeed
     */
    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager", "viewer"})
    public Page<RunView> list(
            @QueryParam("mappingId") @Nullable UUID mappingId,
            @QueryParam("connectionId") @Nullable UUID connectionId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("withChanges") @DefaultValue("false") boolean withChanges,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        RunFilter filter = new RunFilter(
                mappingId,
                connectionId,
                kind == null ? null : kindOf(kind),
                state == null ? null : stateOf(state),
                withChanges);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "sync-runs", "-id", filter.toString());
        String before = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<SyncRun> found = runs.list(filter, before == null ? null : UUID.fromString(before), page.fetchSize());
        Instant now = clock.instant();
        return Page.cut(
                        found,
                        page,
                        last -> cursors.write(scope, List.of(last.id().toString())))
                .map(run -> RunView.of(run, now));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager", "viewer"})
    public RunView get(@PathParam("id") UUID id) {
        return RunView.of(runs.get(id), clock.instant());
    }

    /** Asks for runs; they begin when their turn comes. */
    @POST
    @ResponseStatus(202)
    @RolesAllowed({"integrator", "admin", "cs-ops"})
    public List<RunView> request(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid RunRequest request) {
        return List.of(idempotency.once(key, request, RunView[].class, () -> start(request)));
    }

    private RunView[] start(RunRequest request) {
        RunKind kind = RunKind.find(request.kind()).orElseThrow();
        boolean confirmed = Boolean.TRUE.equals(request.confirmRemovals());
        UUID mappingId = request.mappingId();
        UUID connectionId = request.connectionId();
        if ((mappingId == null) == (connectionId == null)) {
            Wording detail =
                    new Wording("mappingIdかconnectionIdのどちらか一方を指定してください。", "Give either mappingId or connectionId.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/mappingId", "one-of", detail)));
        }
        List<SyncRun> requested = mappingId != null
                ? List.of(runs.request(mappingId, kind, confirmed))
                : requestAll(connectionId, kind, confirmed);
        return requested.stream().map(run -> RunView.of(run, clock.instant())).toArray(RunView[]::new);
    }

    private List<SyncRun> requestAll(@Nullable UUID connectionId, RunKind kind, boolean confirmed) {
        return connectionId == null ? List.of() : runs.requestAll(connectionId, kind, confirmed);
    }

    private static RunKind kindOf(String kind) {
        return RunKind.find(kind)
                .orElseThrow(() -> unknown(
                        "query:kind",
                        new Wording(
                                "kindはfull, incremental, reconciliation, republish, remapのいずれかです。",
                                "kind is one of full, incremental, reconciliation, republish, remap.")));
    }

    private static RunState stateOf(String state) {
        try {
            return RunState.of(state);
        } catch (IllegalArgumentException _) {
            throw unknown(
                    "query:state",
                    new Wording(
                            "stateはwaiting, running, succeeded, failedのいずれかです。",
                            "state is one of waiting, running, succeeded, failed."));
        }
    }

    private static ProblemException unknown(String parameter, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError(parameter, "unknown-value", detail)));
    }
}
