package dev.minori.sync.budget.rest;

import dev.minori.sync.budget.BudgetService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many calls may be made at a source, how many were, and what for. */
@Path("/api/v1/connections/{id}/budget")
@RunOnVirtualThread
public class BudgetResource {
    private final BudgetService budgets;

    BudgetResource(BudgetService budgets) {
        this.budgets = budgets;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public BudgetView get(@PathParam("id") UUID id) {
        return BudgetView.of(budgets.get(id));
    }

    /** Sets the budget. Runs that wait because the one before was spent go on at once. */
    @PUT
    @RolesAllowed({"integrator", "admin"})
    public BudgetView put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid BudgetRequest request) {
        budgets.change(id, request.toBudget(), ifMatch);
        return BudgetView.of(budgets.get(id));
    }
}
