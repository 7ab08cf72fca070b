package dev.minori.scoring.usage.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.usage.CustomerUsage;
import dev.minori.scoring.usage.UsageDays.Day;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** A customer's usage by day. */
@Path("/api/v1/customers/{customerId}/usage")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer", "service"})
public class UsageResource {
    private final CustomerUsage usage;

    UsageResource(CustomerUsage usage) {
        this.usage = usage;
    }

    /**
     * Oldest day first; the last 90 days unless {@code from} and {@code to} say otherwise. With {@code knownAt} as it was known
     * by then.
     */
    @GET
    @Extension(name = BoundedList.NAME, value = "the days asked for, at most 800")
    public List<Day> list(
            @PathParam("customerId") UUID customerId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        return usage.list(WorkspaceContext.current(), customerId, from, to, knownAt);
    }
}
