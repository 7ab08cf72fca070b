package dev.minori.playbook.run.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.page.IdPages;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.run.RunDetails;
import dev.minori.playbook.run.RunFilter;
import dev.minori.playbook.run.Runs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Playbook runs: one playbook on one customer. */
@Path("/api/v1/playbook-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookRunResource {
    private final Runs runs;
    private final RunDetails details;
    private final IdPages pages;
    private final CurrentPerson person;

    PlaybookRunResource(Runs runs, RunDetails details, IdPages pages, CurrentPerson person) {
        this.runs = runs;
        this.details = details;
        this.pages = pages;
        this.person = person;
    }

    /** Why a run is stopped, in the person's words. */
    record CancelRequest(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * Newest first.
     *
     * @param state one state, or {@code active} for all runs that go on
     * @param step only those that stand at this step, or ended at it
     */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public Page<RunView> list(
            @QueryParam("playbookId") @Nullable UUID playbookId,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("state") @Pattern(regexp = "active|ready|waiting|retrying|completed|cancelled|failed") @Nullable
                    String state,
            @QueryParam("step") @Nullable String step,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RunFilter filter = new RunFilter(playbookId, customerId, state, step, person.visibleOwners());
        return pages.page(
                        "playbook-runs",
                        Arrays.asList(playbookId, customerId, state, step),
                        PageRequest.of(limit, cursor),
                        (before, most) -> details.list(filter, before, most),
                        stood -> stood.row().run().id())
                .map(RunView::of);
    }

    /** How many runs stand where. */
    @GET
    @Path("/totals")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public RunTotalsView totals(
            @QueryParam("playbookId") @Nullable UUID playbookId, @QueryParam("customerId") @Nullable UUID customerId) {
        return RunTotalsView.of(
                details.countByState(new RunFilter(playbookId, customerId, null, null, person.visibleOwners())));
    }

    /**
     * How many customers of a playbook stand at each step now; steps at which nobody stands are absent.
     *
     * @param playbookId the playbook
     */
    @GET
    @Path("/standing")
    @Extension(name = BoundedList.NAME, value = "the steps of one playbook")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public List<StepCountView> standing(@QueryParam("playbookId") @NotNull UUID playbookId) {
        return StepCountView.of(
                playbookId, details.countByStep(new RunFilter(playbookId, null, null, null, person.visibleOwners())));
    }

    /** With each step it has entered, why it waits, and who was told. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public RunDetailView get(@PathParam("id") UUID id) {
        return RunDetailView.of(details.get(id, person.visibleOwners()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public RunView cancel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid CancelRequest request) {
        details.get(id, person.visibleOwners());
        runs.cancel(id, ifMatch, request.reason());
        return RunView.of(details.stood(id));
    }
}
