package dev.minori.scoring.health.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.health.HealthReport;
import dev.minori.scoring.health.StoredScore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's health, why it is so, and how it went. */
@Path("/api/v1/customers/{customerId}/health")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer", "service"})
public class HealthResource {
    private final HealthReport report;
    private final Cursors cursors;

    HealthResource(HealthReport report, Cursors cursors) {
        this.report = report;
        this.cursors = cursors;
    }

    /** The newest score, or the one that was known at {@code knownAt}. */
    @GET
    public HealthView score(
            @PathParam("customerId") UUID customerId, @QueryParam("knownAt") @Nullable Instant knownAt) {
        return HealthView.of(report.score(WorkspaceContext.current(), customerId, knownAt));
    }

    /** The same score down to the source records. */
    @GET
    @Path("/explanation")
    public ExplanationView explanation(
            @PathParam("customerId") UUID customerId, @QueryParam("knownAt") @Nullable Instant knownAt) {
        return ExplanationView.of(report.explain(WorkspaceContext.current(), customerId, knownAt));
    }

    /** Every score that differed from the one before, newest first. */
    @GET
    @Path("/history")
    public Page<HealthView> history(
            @PathParam("customerId") UUID customerId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(workspaceId, "health-history", "-knownFrom", customerId.toString());
        Instant before = request.cursor() == null
                ? null
                : Instant.parse(Objects.requireNonNull(
                        cursors.read(scope, request.cursor()).getFirst()));
        Page<StoredScore> scores = Page.cut(
                report.scores(workspaceId, customerId, before, request.fetchSize()),
                request,
                last -> cursors.write(scope, List.of(last.knownFrom().toString())));
        return scores.map(HealthView::of);
    }
}
