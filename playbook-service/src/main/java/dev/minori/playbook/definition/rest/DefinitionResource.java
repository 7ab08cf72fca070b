package dev.minori.playbook.definition.rest;

import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
import dev.minori.playbook.person.CurrentPerson;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every kind of document offers: drafts, published versions, rest. A document is named by its id or its key. */
abstract class DefinitionResource {
    private final DefinitionKind kind;
    private final Definitions definitions;
    private final Publication publication;
    private final CurrentPerson person;

    DefinitionResource(DefinitionKind kind, Definitions definitions, Publication publication, CurrentPerson person) {
        this.kind = kind;
        this.definitions = definitions;
        this.publication = publication;
        this.person = person;
    }

    /** All of them, by key. */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<DefinitionView> list() {
        return definitions.list(kind).stream().map(DefinitionView::of).toList();
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public DefinitionView get(@PathParam("key") String key) {
        return DefinitionView.of(definitions.get(kind, key));
    }

    /**
     * Saves a document, in YAML or JSON, as the draft; with {@code publish=true} it is in force at once. The same document
     * again changes nothing; a change of one that is there needs its ETag. What cannot be published is kept as a draft.
     */
    @PUT
    @Path("/{key}")
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON})
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView save(
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return DefinitionView.of(publication.save(kind, key, document, publish, person.author(), ifMatch));
    }

    /** Puts the newest version in force. */
    @POST
    @Path("/{key}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView publish(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(publication.publish(kind, key, person.author(), ifMatch));
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{key}/versions")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<VersionView> versions(@PathParam("key") String key) {
        return definitions.listVersions(kind, key).stream().map(VersionView::of).toList();
    }

    @GET
    @Path("/{key}/versions/{version}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public VersionView version(@PathParam("key") String key, @PathParam("version") int version) {
        return VersionView.of(definitions.getVersion(kind, key, version));
    }

    /** Lets it rest: entries into its segment do nothing. */
    @POST
    @Path("/{key}/pause")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView pause(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(kind, key, true, ifMatch));
    }

    @POST
    @Path("/{key}/resume")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView resume(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(kind, key, false, ifMatch));
    }
}
