package dev.minori.sync.dryrun.rest;

import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.dryrun.DryRunRow;
import dev.minori.sync.dryrun.DryRunService;
import dev.minori.sync.dryrun.Outcome;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What a mapping's draft would make of the source as it is now. Nothing is written, there or here. */
@Path("/api/v1/mappings/{id}/dry-runs")
@RunOnVirtualThread
public class DryRunsResource {
    private final DryRunService dryRuns;
    private final Cursors cursors;
    private final Actor actor;
    private final Idempotency idempotency;

    DryRunsResource(DryRunService dryRuns, Cursors cursors, Actor actor, Idempotency idempotency) {
        this.dryRuns = dryRuns;
        this.cursors = cursors;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    /** Tries the draft; ask for the answer's id until its state is no longer {@code running}. */
    @POST
    @ResponseStatus(202)
    @RolesAllowed({"integrator", "admin"})
    public DryRunView ask(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid DryRunRequest request) {
        Asked asked = idempotency.once(
                key,
                new Wanted(id, request.rowLimit()),
                Asked.class,
                () -> new Asked(
                        dryRuns.ask(id, request.rowLimit(), actor.subject()).id()));
        return DryRunView.of(dryRuns.get(id, asked.id()));
    }

    /** Those of the last week, newest first. */
    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public Page<DryRunView> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return cursors.page(
                        CursorScope.of(WorkspaceContext.current(), "dry-runs", "-id", id.toString()),
                        PageRequest.of(limit, cursor),
                        (before, rows) -> dryRuns.list(id, before == null ? null : UUID.fromString(before), rows),
                        dryRun -> dryRun.id().toString())
                .map(DryRunView::of);
    }

    @GET
    @Path("/{dryRunId}")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public DryRunView get(@PathParam("id") UUID id, @PathParam("dryRunId") UUID dryRunId) {
        return DryRunView.of(dryRuns.get(id, dryRunId));
    }

    /**
     * Record by record what would be otherwise; unchanged ones are only counted.
     *
     * @param outcome only those of added, changed, unmatched, rejected or removed
     */
    @GET
    @Path("/{dryRunId}/rows")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public Page<DryRunRowView> rows(
            @PathParam("id") UUID id,
            @PathParam("dryRunId") UUID dryRunId,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                WorkspaceContext.current(), "dry-run-rows", "number", dryRunId.toString(), String.valueOf(outcome));
        String after = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        TargetSchema schema =
                TargetSchema.of(dryRuns.get(id, dryRunId).document().dataset());
        List<DryRunRow.Numbered> found = dryRuns.rows(
                id,
                dryRunId,
                outcome == null ? null : outcomeOf(outcome),
                after == null ? 0 : Long.parseLong(after),
                page.fetchSize());
        return Page.cut(found, page, last -> cursors.write(scope, List.of(String.valueOf(last.number()))))
                .map(row -> DryRunRowView.of(row, schema));
    }

    private static Outcome outcomeOf(String outcome) {
        return Outcome.find(outcome).orElseThrow(() -> {
            Wording detail = new Wording(
                    "outcomeはadded, changed, unmatched, rejected, removedのいずれかです。",
                    "outcome is one of added, changed, unmatched, rejected, removed.");
            return new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:outcome", "unknown-value", detail)));
        });
    }

    /** What a client asked for. */
    record Wanted(UUID mappingId, int rows) {}

    /** What is remembered of it: the dry run goes on meanwhile. */
    record Asked(UUID id) {}
}
