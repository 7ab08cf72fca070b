package dev.minori.sync.mapping.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.idempotency.Idempotency;
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
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingHistory;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.DocumentDifferences;
import dev.minori.sync.mapping.document.MappingFormat;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Table mappings: drafts, published versions, as JSON and as YAML. */
@Path("/api/v1/mappings")
@RunOnVirtualThread
public class MappingsResource {
    /** RFC 9512. */
    static final String YAML = "application/yaml";

    private static final String DRAFT = "draft";

    private final MappingService mappings;
    private final MappingHistory history;
    private final Cursors cursors;
    private final Ids ids;
    private final Actor actor;
    private final Idempotency idempotency;

    MappingsResource(
            MappingService mappings,
            MappingHistory history,
            Cursors cursors,
            Ids ids,
            Actor actor,
            Idempotency idempotency) {
        this.mappings = mappings;
        this.history = history;
        this.cursors = cursors;
        this.ids = ids;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public Page<MappingView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return cursors.page(
                        CursorScope.of(WorkspaceContext.current(), "mappings", "id"),
                        PageRequest.of(limit, cursor),
                        (after, rows) -> mappings.list(after == null ? null : UUID.fromString(after), rows),
                        mapping -> mapping.id().toString())
                .map(this::view);
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"integrator", "admin"})
    public MappingView createFromJson(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return create(key, MappingFormat.JSON, document, publish);
    }

    @POST
    @ResponseStatus(201)
    @Consumes(YAML)
    @RolesAllowed({"integrator", "admin"})
    public MappingView createFromYaml(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return create(key, MappingFormat.YAML, document, publish);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public MappingView get(@PathParam("id") UUID id) {
        return view(mappings.get(id));
    }

    @GET
    @Path("/{id}")
    @Produces(YAML)
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public RestResponse<String> getYaml(@PathParam("id") UUID id) {
        TableMapping mapping = mappings.get(id);
        return RestResponse.ResponseBuilder.ok(MappingFormat.YAML.write(mapping.draft()))
                .header("ETag", Versions.etag(mapping.version()))
                .build();
    }

    /** Creates the mapping under this id or changes its draft; with {@code publish} it runs at once. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"integrator", "admin"})
    public MappingView putJson(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return save(id, MappingFormat.JSON.read(document), ifMatch, publish);
    }

    /** Creates the mapping under this id or changes its draft; with {@code publish} it runs at once. */
    @PUT
    @Path("/{id}")
    @Consumes(YAML)
    @RolesAllowed({"integrator", "admin"})
    public MappingView putYaml(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            String document) {
        return save(id, MappingFormat.YAML.read(document), ifMatch, publish);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public Page<MappingVersionView> versions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return cursors.page(
                        CursorScope.of(WorkspaceContext.current(), "mapping-versions", "-version", id.toString()),
                        PageRequest.of(limit, cursor),
                        (before, rows) -> mappings.listVersions(
                                id, before == null ? Integer.MAX_VALUE : Integer.parseInt(before), rows),
                        version -> Integer.toString(version.version()))
                .map(MappingVersionView::of);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public MappingVersionView version(@PathParam("id") UUID id, @PathParam("version") int version) {
        return MappingVersionView.of(mappings.getVersion(id, version));
    }

    /**
     * Takes an earlier version up again: its document becomes the draft and is published as a new version, after it was
     * checked against the source as it is now.
     */
    @POST
    @Path("/{id}/versions/{version}/restoration")
    @RolesAllowed({"integrator", "admin"})
    public MappingVersionView restore(
            @PathParam("id") UUID id,
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return MappingVersionView.of(history.restore(id, version, ifMatch, actor.subject()));
    }

    /**
     * What differs between two versions, or between a version and the draft.
     *
     * @param from a version's number, or {@code draft}
     * @param to a version's number, or {@code draft}
     */
    @GET
    @Path("/{id}/differences")
    @Extension(name = BoundedList.NAME, value = "the parts of two documents")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public List<DifferenceView> differences(
            @PathParam("id") UUID id,
            @QueryParam("from") @NotNull String from,
            @QueryParam("to") @DefaultValue(DRAFT) String to) {
        MappingDocument before = document(id, from, "from");
        MappingDocument after = document(id, to, "to");
        return DocumentDifferences.between(before, after).stream()
                .map(difference -> DifferenceView.of(difference, after.dataset()))
                .toList();
    }

    /** The fields that the published version fills, each with when that began. */
    @GET
    @Path("/{id}/known-fields")
    @Extension(name = BoundedList.NAME, value = "the fields of one dataset")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public List<KnownFieldView> knownFields(@PathParam("id") UUID id) {
        return history.knownFields(id).stream().map(KnownFieldView::of).toList();
    }

    /**
     * Publishes the draft, with {@code If-Match} only the one that was seen. Publishing what is published already gives
     * that version again.
     */
    @POST
    @Path("/{id}/publication")
    @RolesAllowed({"integrator", "admin"})
    public MappingVersionView publish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return MappingVersionView.of(mappings.publish(id, ifMatch, actor.subject()));
    }

    private MappingView save(UUID id, MappingDocument document, @Nullable String ifMatch, boolean publish) {
        TableMapping saved = mappings.saveDraft(id, document, ifMatch);
        if (publish) {
            mappings.publish(id, null, actor.subject());
            return view(mappings.get(id));
        }
        return view(saved);
    }

    /** The source is asked before the write, and not again when the request is repeated. */
    private MappingView create(@Nullable String key, MappingFormat format, String document, boolean publish) {
        Creation wanted = new Creation(document, publish);
        Created created = idempotency.answered(key, wanted, Created.class).orElseGet(() -> {
            MappingService.Checked draft = mappings.check(format.read(document));
            return idempotency.once(key, wanted, Created.class, () -> created(draft, publish));
        });
        return view(mappings.get(created.id()));
    }

    private Created created(MappingService.Checked draft, boolean publish) {
        UUID id = mappings.create(ids.next(), draft).id();
        if (publish) {
            mappings.publish(id, null, actor.subject());
        }
        return new Created(id);
    }

    /** What a client asked for. */
    record Creation(String document, boolean publish) {}

    /** What is remembered of a creation: the document itself may change meanwhile. */
    record Created(UUID id) {}

    private MappingDocument document(UUID id, String version, String parameter) {
        if (version.equals(DRAFT)) {
            return mappings.get(id).draft();
        }
        try {
            return mappings.getVersion(id, Integer.parseInt(version)).document();
        } catch (NumberFormatException _) {
            Wording detail = new Wording("版の番号か draft を指定してください。", "A version's number is needed, or draft.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:" + parameter, "invalid-format", detail)));
        }
    }

    private MappingView view(TableMapping mapping) {
        Integer published = mapping.publishedVersion();
        boolean differs = published == null
                || !mappings.getVersion(mapping.id(), published).document().equals(mapping.draft());
        return MappingView.of(mapping, differs);
    }
}
