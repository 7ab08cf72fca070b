package dev.minori.playbook.definition.rest;

import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.person.CurrentPerson;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Playbooks: documents with drafts and published versions. A playbook is named by its id or its key. */
@Path("/api/v1/playbooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookResource {
    private static final DefinitionKind KIND = DefinitionKind.PLAYBOOK;

    private final Definitions definitions;
    private final CurrentPerson person;

    PlaybookResource(Definitions definitions, CurrentPerson person) {
        this.definitions = definitions;
        this.person = person;
    }

    /** All of them, by key. */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<DefinitionView> list() {
        return definitions.list(KIND).stream().map(DefinitionView::of).toList();
    }

    @GET
    @Path("/{playbook}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public DefinitionView get(@PathParam("playbook") String playbook) {
        return DefinitionView.of(definitions.get(KIND, playbook));
    }

    /** Saves a document, in YAML or JSON, as the draft; with {@code publish=true} it is in force at once. */
    @PUT
    @Path("/{playbook}")
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON})
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView save(
            @PathParam("playbook") String key,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return DefinitionView.of(definitions.save(KIND, key, document, publish, person.author()));
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{playbook}/versions")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<VersionView> versions(@PathParam("playbook") String playbook) {
        return definitions.listVersions(KIND, playbook).stream()
                .map(VersionView::of)
                .toList();
    }

    @GET
    @Path("/{playbook}/versions/{version}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public VersionView version(@PathParam("playbook") String playbook, @PathParam("version") int version) {
        return VersionView.of(definitions.getVersion(KIND, playbook, version));
    }

    /** Puts a version in force, also an older one. */
    @POST
    @Path("/{playbook}/versions/{version}/publish")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView publish(@PathParam("playbook") String playbook, @PathParam("version") int version) {
        return DefinitionView.of(definitions.publish(KIND, playbook, version, person.author()));
    }

    @POST
    @Path("/{playbook}/pause")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView pause(
            @PathParam("playbook") String playbook, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(KIND, playbook, true, ifMatch));
    }

    @POST
    @Path("/{playbook}/resume")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView resume(
            @PathParam("playbook") String playbook, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(KIND, playbook, false, ifMatch));
    }
}
