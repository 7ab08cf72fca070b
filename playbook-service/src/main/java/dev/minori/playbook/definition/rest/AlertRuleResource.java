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

/** Alert rules: documents with drafts and published versions. A rule is named by its id or its key. */
@Path("/api/v1/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertRuleResource {
    private static final DefinitionKind KIND = DefinitionKind.ALERT_RULE;

    private final Definitions definitions;
    private final CurrentPerson person;

    AlertRuleResource(Definitions definitions, CurrentPerson person) {
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
    @Path("/{rule}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public DefinitionView get(@PathParam("rule") String rule) {
        return DefinitionView.of(definitions.get(KIND, rule));
    }

    /** Saves a document, in YAML or JSON, as the draft; with {@code publish=true} it is in force at once. */
    @PUT
    @Path("/{rule}")
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON})
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView save(
            @PathParam("rule") String key,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return DefinitionView.of(definitions.save(KIND, key, document, publish, person.author()));
    }

    /** Its versions, newest first. */
    @GET
    @Path("/{rule}/versions")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<VersionView> versions(@PathParam("rule") String rule) {
        return definitions.listVersions(KIND, rule).stream()
                .map(VersionView::of)
                .toList();
    }

    @GET
    @Path("/{rule}/versions/{version}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public VersionView version(@PathParam("rule") String rule, @PathParam("version") int version) {
        return VersionView.of(definitions.getVersion(KIND, rule, version));
    }

    /** Puts a version in force, also an older one. */
    @POST
    @Path("/{rule}/versions/{version}/publish")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView publish(@PathParam("rule") String rule, @PathParam("version") int version) {
        return DefinitionView.of(definitions.publish(KIND, rule, version, person.author()));
    }

    @POST
    @Path("/{rule}/pause")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView pause(@PathParam("rule") String rule, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(KIND, rule, true, ifMatch));
    }

    @POST
    @Path("/{rule}/resume")
    @RolesAllowed({"cs-ops", "admin"})
    public DefinitionView resume(@PathParam("rule") String rule, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(KIND, rule, false, ifMatch));
    }
}
