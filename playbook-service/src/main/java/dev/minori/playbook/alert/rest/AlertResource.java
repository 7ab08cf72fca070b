package dev.minori.playbook.alert.rest;

import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.alert.AlertDetails;
import dev.minori.playbook.alert.AlertFilter;
import dev.minori.playbook.alert.Alerts;
import dev.minori.playbook.notice.NoticeView;
import dev.minori.playbook.page.IdPages;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts: signs that a customer needs attention. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertResource {
    private final Alerts alerts;
    private final AlertDetails details;
    private final IdPages pages;
    private final CurrentPerson person;

    AlertResource(Alerts alerts, AlertDetails details, IdPages pages, CurrentPerson person) {
        this.alerts = alerts;
        this.details = details;
        this.pages = pages;
        this.person = person;
    }

    /** Why an alert is closed, in the person's words. */
    record CloseRequest(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * Newest first.
     *
     * @param open true for open ones only, false for closed ones only
     * @param mine only customers of the caller
     */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public Page<AlertView> list(
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("ruleId") @Nullable UUID ruleId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID owner = mine ? person.memberId() : null;
        AlertFilter filter = new AlertFilter(open, customerId, ruleId, owner, person.visibleOwners());
        return pages.page(
                        "alerts",
                        Arrays.asList(open, customerId, ruleId, owner),
                        PageRequest.of(limit, cursor),
                        (before, most) -> details.list(filter, before, most),
                        Alert::id)
                .map(AlertView::of);
    }

    /** With each time the sign appeared, and who was told. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public AlertDetailView get(@PathParam("id") UUID id) {
        AlertDetails.Detail detail = details.get(id, person.visibleOwners());
        return new AlertDetailView(
                AlertView.of(detail.alert()),
                detail.occurrences().stream()
                        .map(AlertDetailView.OccurrenceView::of)
                        .toList(),
                detail.notices().stream().map(NoticeView::of).toList(),
                detail.alert().revision());
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public AlertView close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid CloseRequest request) {
        details.get(id, person.visibleOwners());
        return AlertView.of(alerts.close(id, ifMatch, request.reason(), person.author()));
    }
}
