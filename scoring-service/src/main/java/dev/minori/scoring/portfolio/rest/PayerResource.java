package dev.minori.scoring.portfolio.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.Owners;
import dev.minori.scoring.portfolio.PayerStore.Payer;
import dev.minori.scoring.portfolio.PayerStore.PayerPosition;
import dev.minori.scoring.portfolio.Portfolio;
import dev.minori.scoring.portfolio.Portfolio.Payers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list behind an amount of MRR and behind a number of paying customers. */
@Path("/api/v1/portfolio/mrr/customers")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "viewer"})
public class PayerResource {
    private final Portfolio portfolio;
    private final Owners owners;
    private final Cursors cursors;

    PayerResource(Portfolio portfolio, Owners owners, Cursors cursors) {
        this.portfolio = portfolio;
        this.owners = owners;
        this.cursors = cursors;
    }

    /**
     * Customers who bring in recurring revenue on a day, the largest first.
     *
     * @param on the day; what is told of a day to come follows from contracts as they stand
     * @param currency ISO 4217; the workspace's unless said otherwise
     * @param owner a member: only its customers
     * @param team a team: only its members' customers
     */
    @GET
    public PayersView payers(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("team") @Nullable UUID team,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        LocalDate day = AskedFigures.day("on", on);
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "mrr-payers",
                "-minor,-id",
                day.toString(),
                String.valueOf(currency),
                String.valueOf(owner),
                String.valueOf(team));
        Payers found = portfolio.payers(
                workspaceId,
                owners.of(owner, team),
                day,
                AskedFigures.currency(currency),
                request.cursor() == null ? null : position(cursors.read(scope, request.cursor())),
                request.fetchSize());
        Page<Payer> page = Page.cut(
                found.payers(),
                request,
                last -> cursors.write(
                        scope,
                        List.of(
                                Long.toString(last.mrrMinor()),
                                last.customerId().toString())));
        return new PayersView(day, found.currency(), page.items(), page.nextCursor(), found.total());
    }

    private static PayerPosition position(List<@Nullable String> read) {
        return new PayerPosition(
                Long.parseLong(Objects.requireNonNull(read.get(0))),
                UUID.fromString(Objects.requireNonNull(read.get(1))));
    }
}
