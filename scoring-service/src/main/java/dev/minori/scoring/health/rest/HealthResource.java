package dev.minori.scoring.health.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.health.HealthReport;
import dev.minori.scoring.health.StoredScore;
import dev.minori.scoring.history.PastTimes;
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
    private final PastTimes times;
    private final Cursors cursors;

    HealthResource(HealthReport report, PastTimes times, Cursors cursors) {
        this.report = report;
        this.times = times;
        this.cursors = cursors;
    }

    /** The newest score, or the one that was known at {@code knownAt}. */
    @GET
    public HealthView score(
            @PathParam("customerId") UUID customerId, @QueryParam("knownAt") @Nullable Instant knownAt) {
        return HealthView.of(report.score(
                WorkspaceContext.current(), customerId, times.knownAt(knownAt).orElse(null)));
    }

    /** The same score down to the source records. */
    @GET
    @Path("/explanation")
    public ExplanationView explanation(
            @PathParam("customerId") UUID customerId, @QueryParam("knownAt") @Nullable Instant knownAt) {
        return ExplanationView.of(report.explain(
                WorkspaceContext.current(), customerId, times.knownAt(knownAt).orElse(null)));
    }

    /** Every score that differed from the one before, newest first; with {@code knownAt} those that were known by then. */
    @GET
    @Path("/history")
    public Page<HealthView> history(
            @PathParam("customerId") UUID customerId,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                workspaceId, "health-history", "-knownFrom", customerId.toString(), String.valueOf(knownAt));
        // A score of that very moment was known.
        Instant until = times.knownAt(knownAt).map(at -> at.plusNanos(1_000)).orElse(null);
        Instant before = request.cursor() == null
                ? until
                : Instant.parse(Objects.requireNonNull(
                        cursors.read(scope, request.cursor()).getFirst()));
        Page<StoredScore> scores = Page.cut(
                report.scores(workspaceId, customerId, before, request.fetchSize()),
                request,
                last -> cursors.write(scope, List.of(last.knownFrom().toString())));
        return scores.map(HealthView::of);
    }
}
