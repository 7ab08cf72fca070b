package dev.minori.kit.problem;

import dev.minori.kit.etag.Versioned;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fails in every way a resource can. */
@Path("/trial")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TrialResource {
    private final VersionedNotes notes;

    TrialResource(VersionedNotes notes) {
        this.notes = notes;
    }

    /** The phases of the trial. */
    public enum Phase {
        ONBOARDING,
        ADOPTION
    }

    /** A line of an order. */
    public record Line(@NotBlank String product, @Min(1) int seats) {}

    /** An order. */
    public record Order(
            @NotBlank @Size(max = 20) String name,
            @NotNull Phase phase,
            @Nullable LocalDate since,
            List<@Valid Line> lines) {}

    /** A view with a version. */
    public record OrderView(String name, long version) implements Versioned {}

    @GET
    @Path("/orders/{id}")
    @PermitAll
    public OrderView read(@PathParam("id") UUID id) {
        return new OrderView("株式会社こもれび", 7);
    }

    @POST
    @Path("/orders")
    @PermitAll
    public OrderView create(@NotNull @Valid Order order) {
        return new OrderView(order.name(), 1);
    }

    @PUT
    @Path("/orders/{id}")
    @PermitAll
    public OrderView update(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Versions.require(ifMatch, 7);
        return new OrderView("株式会社こもれび", 8);
    }

    @GET
    @Path("/list")
    @PermitAll
    public List<String> list(@QueryParam("limit") @Max(200) Integer limit, @QueryParam("on") LocalDate on) {
        return List.of();
    }

    @GET
    @Path("/named")
    @PermitAll
    public String named() {
        throw new ProblemException(
                KitProblem.CONFLICT,
                new Wording("この契約は終了しています。", "This contract has ended."),
                List.of(new FieldError("/contractId", "ended", new Wording("終了済み", "ended"))));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("password=hunter2 at /var/lib/secret");
    }

    @GET
    @Path("/outage")
    @PermitAll
    public String outage() {
        throw new IllegalStateException(new SQLException("the database is starting up", "57P03"));
    }

    /** Somebody else changes the row between this request's reading and its commit. */
    @POST
    @Path("/overtaken")
    @Authenticated
    public String overtaken() {
        UUID id = QuarkusTransaction.requiringNew().call(() -> notes.add("見積もりを送る"));
        notes.changeWhileAnotherDoes(id);
        return "ok";
    }

    @GET
    @Path("/workspace")
    @RolesAllowed({"admin", "service"})
    public String workspace() {
        return WorkspaceContext.current().toString();
    }

    @GET
    @Path("/known")
    @Authenticated
    public String known() {
        return "ok";
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() {
        return "ok";
    }
}
