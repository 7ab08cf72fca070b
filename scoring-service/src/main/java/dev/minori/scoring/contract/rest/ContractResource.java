package dev.minori.scoring.contract.rest;

import dev.minori.kit.paging.CountedPage;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.contract.ContractList.Filter;
import dev.minori.scoring.contract.ContractList.Item;
import dev.minori.scoring.contract.ContractList.Listed;
import dev.minori.scoring.contract.ContractList.Position;
import dev.minori.scoring.contract.ContractSort;
import dev.minori.scoring.contract.Contracts;
import dev.minori.scoring.customer.Owners;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contracts, those with the nearest deadline first unless asked otherwise. */
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

    /**
     * Contracts and how many there are, as they are; with {@code asOf} as they were, with {@code knownAt} as they were
     * known.
     *
     * @param sort deadline, customer, lastDay, startDate or mrr; with a minus the other way round
     */
    @GET
    public CountedPage<Item> list(
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
            @QueryParam("sort") @DefaultValue("deadline") String sort,
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
        ContractSort order = ContractSort.find(sort).orElseThrow(ContractResource::unknownSort);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "contracts",
                order.parameter() + ",id",
                filter.toString(),
                String.valueOf(asOf),
                String.valueOf(knownAt));
        Position after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(
                    Objects.requireNonNull(position.get(0)), UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        Contracts.Found found = contracts.list(workspaceId, filter, asOf, knownAt, order, after, request.fetchSize());
        Page<Listed> page = Page.cut(
                found.contracts(),
                request,
                last -> cursors.write(
                        scope,
                        List.of(
                                last.position().value(),
                                last.position().contractId().toString())));
        return CountedPage.of(page, found.count()).map(Listed::item);
    }

    private static ProblemException unknownSort() {
        String known = Arrays.stream(ContractSort.values())
                .map(ContractSort::parameter)
                .collect(Collectors.joining(", "));
        Wording detail = new Wording("sortは次のいずれかです: " + known, "sort is one of " + known + ".");
        return new ProblemException(
                KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("query:sort", "unknown-value", detail)));
    }
}
