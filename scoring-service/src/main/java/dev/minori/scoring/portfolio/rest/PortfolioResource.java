package dev.minori.scoring.portfolio.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.Owners;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import dev.minori.scoring.portfolio.Portfolio;
import dev.minori.scoring.portfolio.Portfolio.Range;
import dev.minori.scoring.portfolio.PortfolioStore.Mover;
import dev.minori.scoring.portfolio.PortfolioStore.MoverPosition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A manager's figures; each names the list behind it. */
@Path("/api/v1/portfolio")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "viewer"})
public class PortfolioResource {
    private final Portfolio portfolio;
    private final Owners owners;
    private final Cursors cursors;

    PortfolioResource(Portfolio portfolio, Owners owners, Cursors cursors) {
        this.portfolio = portfolio;
        this.owners = owners;
        this.cursors = cursors;
    }

    /** Customers and their MRR by phase and by state of health, now. */
    @GET
    @Path("/customers")
    public PortfolioCustomersView customers(@BeanParam PortfolioParameters asked) {
        return PortfolioCustomersView.of(portfolio.customers(WorkspaceContext.current(), owners(asked)), asked);
    }

    /** How recurring revenue moved, with retention and churn. */
    @GET
    @Path("/mrr-movements")
    public MovementsView movements(@BeanParam PortfolioParameters asked) {
        return MovementsView.of(
                portfolio.movements(
                        WorkspaceContext.current(), owners(asked), range(asked), AskedFigures.currency(asked.currency)),
                asked);
    }

    /** Customers whose revenue moved between the months {@code from} and {@code to}; the largest movement first. */
    @GET
    @Path("/mrr-movements/customers")
    public Page<Mover> movers(
            @BeanParam PortfolioParameters asked,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        YearMonth from = AskedFigures.month("from", asked.from);
        YearMonth to = AskedFigures.month("to", asked.to);
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "mrr-movers",
                "-size,-id",
                from.toString(),
                to.toString(),
                String.valueOf(kind),
                String.valueOf(asked.currency),
                String.valueOf(asked.owner),
                String.valueOf(asked.team));
        MoverPosition after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new MoverPosition(
                    Long.parseLong(Objects.requireNonNull(position.get(0))),
                    UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        return Page.cut(
                portfolio.movers(
                        workspaceId,
                        owners(asked),
                        from,
                        to,
                        AskedFigures.currency(asked.currency),
                        kind,
                        after,
                        request.fetchSize()),
                request,
                last -> cursors.write(
                        scope,
                        List.of(
                                Long.toString(Math.abs(last.afterMinor() - last.beforeMinor())),
                                last.customerId().toString())));
    }

    /** Contracts that end and deadlines to give notice. */
    @GET
    @Path("/contracts-ending")
    public EndingsView endings(@BeanParam PortfolioParameters asked) {
        return EndingsView.of(
                portfolio.endings(
                        WorkspaceContext.current(), owners(asked), range(asked), AskedFigures.currency(asked.currency)),
                asked);
    }

    private static Range range(PortfolioParameters asked) {
        return new Range(asked.from, asked.to, asked.by, asked.compareTo);
    }

    private @Nullable List<UUID> owners(PortfolioParameters asked) {
        return owners.of(asked.owner, asked.team);
    }
}
