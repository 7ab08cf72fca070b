package dev.minori.sync.connection.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.apidocument.SafeToRepeat;
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
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Connections to source systems. */
@Path("/api/v1/connections")
@RunOnVirtualThread
public class ConnectionsResource {
    private final ConnectionService connections;
    private final Cursors cursors;
    private final Ids ids;
    private final Idempotency idempotency;

    ConnectionsResource(ConnectionService connections, Cursors cursors, Ids ids, Idempotency idempotency) {
        this.connections = connections;
        this.cursors = cursors;
        this.ids = ids;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public Page<ConnectionView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "connections", "id");
        String after = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<Connection> found = connections.list(after == null ? null : UUID.fromString(after), page.fetchSize());
        return Page.cut(
                        found,
                        page,
                        last -> cursors.write(scope, List.of(last.id().toString())))
                .map(ConnectionView::of);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({"integrator", "admin"})
    public ConnectionView create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid ConnectionRequest request) {
        return idempotency.once(key, request, ConnectionView.class, () -> save(ids.next(), request, null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public ConnectionView get(@PathParam("id") UUID id) {
        return ConnectionView.of(connections.get(id));
    }

    /** Creates the connection under this id or changes it. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({"integrator", "admin"})
    public ConnectionView put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid ConnectionRequest request) {
        return save(id, request, ifMatch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"integrator", "admin"})
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        connections.delete(id, ifMatch);
    }

    /** Tries the connection and says what was found; the answer is 200 whatever the verdict. */
    @POST
    @Path("/{id}/test")
    @Extension(name = SafeToRepeat.NAME, value = "a question: the source is only asked who we are")
    @RolesAllowed({"integrator", "admin"})
    public VerdictView test(@PathParam("id") UUID id) {
        SourceClient client = connections.ask(id, Function.identity());
        Verdict verdict = CallPurpose.TEST.call(client::test);
        if (verdict.usable()) {
            connections.noteSuccess(id, client.allowance());
        }
        return VerdictView.of(verdict);
    }

    @GET
    @Path("/{id}/objects")
    @Extension(name = BoundedList.NAME, value = "what the source names in one answer; nothing of it is kept")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public List<ObjectView> objects(@PathParam("id") UUID id) {
        return connections.ask(id, SourceClient::objects).stream()
                .map(ObjectView::of)
                .toList();
    }

    @GET
    @Path("/{id}/objects/{name}")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public SchemaView object(@PathParam("id") UUID id, @PathParam("name") String name) {
        return SchemaView.of(connections.ask(id, client -> client.describe(name)));
    }

    private ConnectionView save(UUID id, ConnectionRequest request, @Nullable String ifMatch) {
        ConnectionSettings settings = request.settings();
        if (settings == null) {
            Wording detail = new Wording(
                    "systemに合わせて「" + request.system() + "」の設定を指定してください。",
                    "Give the settings in " + request.system() + ", as system says.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    detail,
                    List.of(new FieldError("/" + request.system(), "required", detail)));
        }
        return ConnectionView.of(connections.save(id, request.name(), settings, request.secrets(), ifMatch));
    }
}
