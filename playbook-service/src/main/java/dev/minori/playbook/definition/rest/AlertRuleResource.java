package dev.minori.playbook.definition.rest;

import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
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
import org.jspecify.annotations.Nullable;

/** Alert rules, which open alerts. A document is named by its id or its key. */
@Path("/api/v1/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertRuleResource {
    private final KindDefinitions rules;

    AlertRuleResource(Definitions definitions, Publication publication, CurrentPerson person, Cursors cursors) {
        this.rules = new KindDefinitions(DefinitionKind.ALERT_RULE, definitions, publication, person, cursors);
    }

    /** All of them, by key. */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public Page<DefinitionView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return rules.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public DefinitionView get(@PathParam("key") String key) {
        return rules.get(key);
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
        return rules.save(key, ifMatch, publish, document);
    }

    /** Puts the newest version in force. */
    @POST
    @Path("/{key}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView publish(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return rules.publish(key, ifMatch);
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{key}/versions")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public Page<VersionView> versions(
            @PathParam("key") String key,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return rules.versions(key, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{key}/versions/{version}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public VersionView version(@PathParam("key") String key, @PathParam("version") int version) {
        return rules.version(key, version);
    }

    /** Lets it rest: entries into its segment do nothing. */
    @POST
    @Path("/{key}/pause")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView pause(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return rules.pause(key, true, ifMatch);
    }

    @POST
    @Path("/{key}/resume")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView resume(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return rules.pause(key, false, ifMatch);
    }
}
