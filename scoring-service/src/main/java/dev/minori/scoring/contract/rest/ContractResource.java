package dev.minori.scoring.contract.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.contract.ContractList.Filter;
import dev.minori.scoring.contract.ContractList.Item;
import dev.minori.scoring.contract.ContractList.Position;
import dev.minori.scoring.contract.Contracts;
import dev.minori.scoring.customer.Owners;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts, those with the nearest deadline first. */
@Path("/api/v1/contracts")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer", "service"})
public class ContractResource {
    private final Contracts contracts;
    private final Owners owners;
    private final Cursors cursors;

    ContractResource(Contracts contracts, Owners owners, Cursors cursors) {
        this.contracts = contracts;
        this.owners = owners;
        this.cursors = cursors;
    }

    /** Contracts as they are; with {@code asOf} as they were, with {@code knownAt} as they were known. */
    @GET
    public Page<Item> list(
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("inForce") @Nullable Boolean inForce,
            @QueryParam("team") @Nullable UUID team,
            @QueryParam("endingBefore") @Nullable LocalDate endingBefore,
            @QueryParam("lastDayFrom") @Nullable LocalDate lastDayFrom,
            @QueryParam("lastDayTo") @Nullable LocalDate lastDayTo,
            @QueryParam("noticeDeadlineFrom") @Nullable LocalDate noticeDeadlineFrom,
            @QueryParam("noticeDeadlineTo") @Nullable LocalDate noticeDeadlineTo,
            @QueryParam("asOf") @Nullable Instant asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(limit, cursor);
        Filter filter = new Filter(
                customerId,
                owners.of(owner, team),
                inForce,
                endingBefore,
                lastDayFrom,
                lastDayTo,
                noticeDeadlineFrom,
                noticeDeadlineTo);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "contracts",
                "deadline,id",
                filter.toString(),
                String.valueOf(asOf),
                String.valueOf(knownAt));
        Position after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(
                    LocalDate.parse(Objects.requireNonNull(position.get(0))),
                    UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        List<Item> items = contracts.list(workspaceId, filter, asOf, knownAt, after, request.fetchSize());
        return Page.cut(
                items,
                request,
                last -> cursors.write(
                        scope,
                        List.of(last.deadline().toString(), last.contractId().toString())));
    }
}
