package dev.minori.scoring.segment.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.etag.TaggedAnswer;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.DocumentHead;
import dev.minori.scoring.document.DocumentVersion;
import dev.minori.scoring.document.Documents;
import dev.minori.scoring.document.KeptDocument;
import dev.minori.scoring.document.KindDocuments;
import dev.minori.scoring.segment.Segment;
import dev.minori.scoring.segment.SegmentCatalog;
import dev.minori.scoring.segment.Stay;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Segments, their versions and who is in them; {@code id} is the id or the key. */
@Path("/api/v1/segments")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class SegmentResource {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final KindDocuments<Segment> documents;
    private final SegmentCatalog segments;
    private final Cursors cursors;
    private final SecurityIdentity identity;

    SegmentResource(DocumentCatalog documents, SegmentCatalog segments, Cursors cursors, SecurityIdentity identity) {
        this.documents = new KindDocuments<>(segments, documents, cursors);
        this.identity = identity;
        this.segments = segments;
        this.cursors = cursors;
    }

    /** All of them, by key. */
    @GET
    public Page<DocumentHead> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return documents.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public DocumentHead get(@PathParam("id") String id) {
        return documents.get(id);
    }

    /**
     * Keeps the document, YAML or JSON, as the draft of the segment with this key; with {@code publish} it is published
     * at once. The same document again changes nothing; a change of one that is there needs its ETag.
     */
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<DocumentVersion<Segment>> put(
            @PathParam("id") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document)
            throws MismatchedInputException {
        return answer(documents.put(
                key, ifMatch, publish, document, identity.getPrincipal().getName()));
    }

    /** Publishes the newest version; every customer is judged again, silently. */
    @POST
    @Path("/{id}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<DocumentVersion<Segment>> publish(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(documents.publish(id, ifMatch));
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{id}/versions")
    public Page<DocumentVersion<Segment>> versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return documents.versions(id, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/versions/{version}")
    public DocumentVersion<Segment> version(@PathParam("id") String id, @PathParam("version") int version) {
        return documents.version(id, version);
    }

    /** Who is in the segment now. */
    @GET
    @Path("/{id}/members")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public Page<Stay> members(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(workspaceId, "segment-members", "id", id);
        UUID after = request.cursor() == null ? FIRST : uuid(cursors.read(scope, request.cursor()), 0);
        return Page.cut(
                segments.members(workspaceId, id, after, request.fetchSize()),
                request,
                last -> cursors.write(scope, List.of(last.id().toString())));
    }

    /** Stays that began silently, in a load or after a change of configuration: what would have been told otherwise. */
    @GET
    @Path("/{id}/would-have-fired")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public Page<Stay> wouldHaveFired(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(workspaceId, "would-have-fired", "-enteredAt,-id", id);
        Instant before = END_OF_TIME;
        UUID beforeId = LAST;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            before = Instant.parse(Objects.requireNonNull(position.get(0)));
            beforeId = uuid(position, 1);
        }
        return Page.cut(
                segments.wouldHaveFired(workspaceId, id, before, beforeId, request.fetchSize()),
                request,
                last -> cursors.write(
                        scope, List.of(last.enteredAt().toString(), last.id().toString())));
    }

    private static UUID uuid(List<@Nullable String> position, int index) {
        return UUID.fromString(Objects.requireNonNull(position.get(index)));
    }

    private static RestResponse<DocumentVersion<Segment>> answer(KeptDocument<Segment> kept) {
        return TaggedAnswer.of(kept.version(), kept.revision());
    }
}
