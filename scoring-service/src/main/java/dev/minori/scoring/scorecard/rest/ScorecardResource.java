package dev.minori.scoring.scorecard.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.etag.TaggedAnswer;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.DocumentHead;
import dev.minori.scoring.document.DocumentVersion;
import dev.minori.scoring.document.Documents;
import dev.minori.scoring.document.KeptDocument;
import dev.minori.scoring.document.KindDocuments;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecards;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Scorecards and their versions; {@code id} is the id or the key. */
@Path("/api/v1/scorecards")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class ScorecardResource {
    private final KindDocuments<Scorecard> documents;
    private final SecurityIdentity identity;

    ScorecardResource(DocumentCatalog documents, Scorecards scorecards, Cursors cursors, SecurityIdentity identity) {
        this.documents = new KindDocuments<>(scorecards, documents, cursors);
        this.identity = identity;
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
     * Keeps the document, YAML or JSON, as the draft of the scorecard with this key; with {@code publish} it is published
     * at once. The same document again changes nothing; a change of one that is there needs its ETag.
     */
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<DocumentVersion<Scorecard>> put(
            @PathParam("id") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document)
            throws MismatchedInputException {
        return answer(documents.put(
                key, ifMatch, publish, document, identity.getPrincipal().getName()));
    }

    /** Publishes the newest version; every customer is computed again, silently. */
    @POST
    @Path("/{id}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<DocumentVersion<Scorecard>> publish(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(documents.publish(id, ifMatch));
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{id}/versions")
    public Page<DocumentVersion<Scorecard>> versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return documents.versions(id, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/versions/{version}")
    public DocumentVersion<Scorecard> version(@PathParam("id") String id, @PathParam("version") int version) {
        return documents.version(id, version);
    }

    private static RestResponse<DocumentVersion<Scorecard>> answer(KeptDocument<Scorecard> kept) {
        return TaggedAnswer.of(kept.version(), kept.revision());
    }
}
