package dev.minori.scoring.customer.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.CustomerFilter;
import dev.minori.scoring.customer.CustomerList.Item;
import dev.minori.scoring.customer.CustomerList.Listed;
import dev.minori.scoring.customer.CustomerList.Position;
import dev.minori.scoring.customer.CustomerSort;
import dev.minori.scoring.customer.Customers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
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
    private final CustomerRequests requests;
    private final Cursors cursors;

    CustomerResource(Customers customers, CustomerRequests requests, Cursors cursors) {
        this.customers = customers;
        this.requests = requests;
        this.cursors = cursors;
    }

    /** Customers with all that a table of them shows. What is not known comes last, whatever the direction. */
    @GET
    public CustomerPage list(
            @BeanParam CustomerParameters asked,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        CustomerFilter filter = requests.filter(asked);
        CustomerSort sort = requests.sort(asked);
        CursorScope scope = CursorScope.of(workspaceId, "customers", sort.text() + ",id", filter.toString());
        Position after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(position.get(0), UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        Page<Listed> page = Page.cut(
                customers.list(workspaceId, filter, sort, after, request.fetchSize()),
                request,
                last -> cursors.write(
                        scope,
                        Arrays.asList(
                                last.position().value(),
                                last.position().customerId().toString())));
        return new CustomerPage(
                page.map(Listed::item).items(),
                page.nextCursor(),
                after == null ? CustomerPage.Total.of(customers.count(workspaceId, filter)) : null);
    }

    @GET
    @Path("/{customerId}")
    public Item get(@PathParam("customerId") UUID customerId) {
        return customers.get(WorkspaceContext.current(), customerId);
    }
}
