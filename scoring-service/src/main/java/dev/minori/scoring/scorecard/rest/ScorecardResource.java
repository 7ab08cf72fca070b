package dev.minori.scoring.scorecard.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.document.Documents;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.ScorecardStore.ScorecardHead;
import dev.minori.scoring.scorecard.ScorecardStore.ScorecardVersion;
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
import java.util.UUID;

/** Scorecards and their versions; {@code id} is the id or the key. */
@Path("/api/v1/scorecards")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class ScorecardResource {
    private final Scorecards scorecards;
    private final SecurityIdentity identity;

    ScorecardResource(Scorecards scorecards, SecurityIdentity identity) {
        this.scorecards = scorecards;
        this.identity = identity;
    }

    @GET
    public List<ScorecardHead> list() {
        return scorecards.list(WorkspaceContext.current());
    }

    @GET
    @Path("/{id}")
    public ScorecardHead get(@PathParam("id") String id) {
        return scorecards.get(WorkspaceContext.current(), id);
    }

    /**
     * Keeps the document, YAML or JSON, as the draft of the scorecard with this key; with {@code publish} it is published
     * at once. The same document again changes nothing.
     */
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
    @RolesAllowed({"cs-ops", "admin"})
    public ScorecardVersion put(
            @PathParam("id") String key, @QueryParam("publish") @DefaultValue("false") boolean publish, String document)
            throws MismatchedInputException {
        Scorecard card = Documents.read(document, Scorecard.class);
        if (!card.key().equals(key)) {
            Wording detail = new Wording("文書のkeyがURLと違います。", "The document's key differs from the URL.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/key", "mismatch", detail)));
        }
        UUID workspaceId = WorkspaceContext.current();
        ScorecardVersion saved =
                scorecards.save(workspaceId, card, identity.getPrincipal().getName());
        return publish ? scorecards.publish(workspaceId, key, saved.number()) : saved;
    }

    @GET
    @Path("/{id}/versions")
    public List<ScorecardVersion> versions(@PathParam("id") String id) {
        return scorecards.versions(WorkspaceContext.current(), id);
    }

    @GET
    @Path("/{id}/versions/{number}")
    public ScorecardVersion version(@PathParam("id") String id, @PathParam("number") int number) {
        return scorecards.version(WorkspaceContext.current(), id, number);
    }

    /** Publishes a draft; every customer is computed again, silently. */
    @POST
    @Path("/{id}/versions/{number}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public ScorecardVersion publish(@PathParam("id") String id, @PathParam("number") int number) {
        return scorecards.publish(WorkspaceContext.current(), id, number);
    }
}
