package dev.minori.scoring.scorecard.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.DocumentHead;
import dev.minori.scoring.document.DocumentVersion;
import dev.minori.scoring.document.Documents;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecards;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Scorecards and their versions; {@code id} is the id or the key. */
@Path("/api/v1/scorecards")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class ScorecardResource {
    private final DocumentCatalog documents;
    private final Scorecards scorecards;
    private final SecurityIdentity identity;

    ScorecardResource(DocumentCatalog documents, Scorecards scorecards, SecurityIdentity identity) {
        this.documents = documents;
        this.scorecards = scorecards;
        this.identity = identity;
    }

    /** All of them, by key. */
    @GET
    public List<DocumentHead> list() {
        return documents.list(scorecards, WorkspaceContext.current());
    }

    @GET
    @Path("/{id}")
    public DocumentHead get(@PathParam("id") String id) {
        return documents.get(scorecards, WorkspaceContext.current(), id);
    }

    /**
     * Keeps the document, YAML or JSON, as the draft of the scorecard with this key; with {@code publish} it is published
     * at once. The same document again changes nothing.
     */
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
    @RolesAllowed({"cs-ops", "admin"})
    public DocumentVersion<Scorecard> put(
            @PathParam("id") String key, @QueryParam("publish") @DefaultValue("false") boolean publish, String document)
            throws MismatchedInputException {
        return documents.save(
                scorecards,
                WorkspaceContext.current(),
                Documents.read(document, Scorecard.class, key),
                publish,
                identity.getPrincipal().getName());
    }

    /** Publishes the newest version; every customer is computed again, silently. */
    @POST
    @Path("/{id}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public DocumentVersion<Scorecard> publish(@PathParam("id") String id) {
        return documents.publish(scorecards, WorkspaceContext.current(), id);
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{id}/versions")
    public List<DocumentVersion<Scorecard>> versions(@PathParam("id") String id) {
        return documents.versions(scorecards, WorkspaceContext.current(), id);
    }

    @GET
    @Path("/{id}/versions/{version}")
    public DocumentVersion<Scorecard> version(@PathParam("id") String id, @PathParam("version") int version) {
        return documents.version(scorecards, WorkspaceContext.current(), id, version);
    }
}
