package dev.minori.notification.template.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.etag.TaggedAnswer;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.template.MessageLanguage;
import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TemplateService;
import dev.minori.notification.template.TemplateVersion;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What notifications say. */
@Path("/api/v1/templates")
@RunOnVirtualThread
public class TemplateResource {
    private final TemplateService templates;
    private final TemplateCodec codec;
    private final Actor actor;
    private final Cursors cursors;

    TemplateResource(TemplateService templates, TemplateCodec codec, Actor actor, Cursors cursors) {
        this.templates = templates;
        this.codec = codec;
        this.actor = actor;
        this.cursors = cursors;
    }

    /** The newest version of every template, by key. */
    @GET
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Page<TemplateView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "templates", "key");
        String behind = position(scope, request).orElse("");
        return Page.cut(
                        templates.list(behind, request.fetchSize()),
                        request,
                        last -> cursors.write(scope, List.of(last.document().key())))
                .map(this::view);
    }

    /** The newest version of one template. */
    @GET
    @Path("/{key}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public RestResponse<TemplateView> get(@PathParam("key") String key) {
        return tagged(templates.newest(key));
    }

    /** One version of a template. */
    @GET
    @Path("/{key}/versions/{version}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public TemplateView version(@PathParam("key") String key, @PathParam("version") int version) {
        return view(templates.version(key, version));
    }

    /** Versions of one template, the newest first. */
    @GET
    @Path("/{key}/versions")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Page<TemplateView> versions(
            @PathParam("key") String key,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "template-versions", "-version", key);
        int before = position(scope, request).map(Integer::valueOf).orElse(Integer.MAX_VALUE);
        return Page.cut(
                        templates.versions(key, before, request.fetchSize()),
                        request,
                        last -> cursors.write(scope, List.of(Integer.toString(last.version()))))
                .map(this::view);
    }

    /**
     * Saves the document as draft and, with {@code publish=true}, makes it the one messages are written with. The same
     * document twice changes nothing; a change of a template that is there needs its ETag.
     */
    @PUT
    @Path("/{key}")
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON})
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<TemplateView> save(
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            @NotNull String document) {
        TemplateVersion saved = templates.saveDraft(key, document, actor.name(), ifMatch);
        return tagged(publish ? templates.publish(key, null) : saved);
    }

    /** Makes the newest version the one messages are written with. */
    @POST
    @Path("/{key}/publication")
    @RolesAllowed({"cs-ops", "admin"})
    public RestResponse<TemplateView> publish(
            @PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(templates.publish(key, ifMatch));
    }

    /** What a template makes of values; nothing is sent. */
    @POST
    @Path("/{key}/preview")
    @Extension(name = SafeToRepeat.NAME, value = "a question: nothing is kept or sent")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public PreviewView preview(@PathParam("key") String key, @NotNull PreviewRequest request) {
        Wording known = new Wording("jaまたはenです。", "Is ja or en.");
        MessageLanguage language = MessageLanguage.of(Objects.requireNonNullElse(request.language(), "ja"))
                .orElseThrow(() -> new ProblemException(
                        KitProblem.INVALID_REQUEST, known, List.of(new FieldError("/language", "unknown", known))));
        Map<String, String> data = Objects.requireNonNullElse(request.data(), Map.of());
        return PreviewView.of(templates.preview(key, request.source(), language, data));
    }

    private RestResponse<TemplateView> tagged(TemplateVersion version) {
        return TaggedAnswer.of(view(version), version.revision());
    }

    private Optional<String> position(CursorScope scope, PageRequest request) {
        return Optional.ofNullable(request.cursor())
                .map(cursor ->
                        Objects.requireNonNull(cursors.read(scope, cursor).getFirst()));
    }

    private TemplateView view(TemplateVersion version) {
        return TemplateView.of(version, codec);
    }
}
