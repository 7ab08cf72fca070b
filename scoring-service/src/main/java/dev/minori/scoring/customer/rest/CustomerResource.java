package dev.minori.scoring.customer.rest;

import dev.minori.events.HealthBand;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.CustomerList.Filter;
import dev.minori.scoring.customer.CustomerList.Item;
import dev.minori.scoring.customer.CustomerList.Position;
import dev.minori.scoring.customer.Customers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers with their newest health. */
@Path("/api/v1/customers")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer", "service"})
public class CustomerResource {
    private final Customers customers;
    private final Cursors cursors;

    CustomerResource(Customers customers, Cursors cursors) {
        this.customers = customers;
        this.cursors = cursors;
    }

    /** Customers by name. */
    @GET
    public Page<Item> list(
            @QueryParam("band") @Nullable HealthBand band,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "customers",
                "name,id",
                String.valueOf(band),
                String.valueOf(owner),
                String.valueOf(phase),
                String.valueOf(text));
        Position after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(
                    Objects.requireNonNull(position.get(0)), UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        List<Item> items =
                customers.list(workspaceId, new Filter(band, owner, phase, text), after, request.fetchSize());
        return Page.cut(
                items,
                request,
                last -> cursors.write(
                        scope, List.of(last.name(), last.customerId().toString())));
    }

    @GET
    @Path("/{customerId}")
    public Item get(@PathParam("customerId") UUID customerId) {
        return customers.get(WorkspaceContext.current(), customerId);
    }
}
