package dev.minori.scoring.timeline.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.DocumentHead;
import dev.minori.scoring.document.KindDocuments;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.history.PastTimes;
import dev.minori.scoring.segment.Segment;
import dev.minori.scoring.segment.SegmentCatalog;
import dev.minori.scoring.timeline.Timeline;
import dev.minori.scoring.timeline.Timeline.Position;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a customer. */
@Path("/api/v1/customers/{customerId}/timeline")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class TimelineResource {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Timeline timeline;
    private final PastTimes times;
    private final Cursors cursors;
    private final KindDocuments<Segment> segments;

    TimelineResource(
            Timeline timeline, PastTimes times, Cursors cursors, DocumentCatalog documents, SegmentCatalog segments) {
        this.segments = new KindDocuments<>(segments, documents, cursors);
        this.timeline = timeline;
        this.times = times;
        this.cursors = cursors;
    }

    /**
     * Newest first. {@code asOf} shows what was true by a time, {@code knownAt} what was known by a time; both default to
     * everything.
     */
    @GET
    public Page<EntryView> list(
            @PathParam("customerId") UUID customerId,
            @QueryParam("asOf") @Nullable Instant asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "timeline",
                "-at,-id",
                customerId.toString(),
                String.valueOf(asOf),
                String.valueOf(knownAt));
        Position after = new Position(asOf == null ? END_OF_TIME : asOf, LAST);
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(
                    Instant.parse(Objects.requireNonNull(position.get(0))),
                    UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        Map<String, LocalText> names =
                segments.all().stream().collect(Collectors.toMap(DocumentHead::key, DocumentHead::name));
        return Page.cut(
                        timeline.of(
                                workspaceId,
                                customerId,
                                after,
                                times.knownAt(knownAt).orElse(END_OF_TIME),
                                request.fetchSize()),
                        request,
                        last -> cursors.write(
                                scope, List.of(last.at().toString(), last.id().toString())))
                .map(entry -> EntryView.of(entry, names));
    }
}
