package dev.minori.playbook.alert.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CountedPage;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.alert.AlertDetails;
import dev.minori.playbook.alert.AlertFilter;
import dev.minori.playbook.alert.AlertRow;
import dev.minori.playbook.alert.AlertSort;
import dev.minori.playbook.alert.Alerts;
import dev.minori.playbook.notice.NoticeView;
import dev.minori.playbook.page.SortedPages;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final SortedPages pages;
    private final Colleagues colleagues;
    private final CurrentPerson person;
    private final Idempotency idempotency;

    AlertResource(
            Alerts alerts,
            AlertDetails details,
            SortedPages pages,
            Colleagues colleagues,
            CurrentPerson person,
            Idempotency idempotency) {
        this.alerts = alerts;
        this.details = details;
        this.pages = pages;
        this.colleagues = colleagues;
        this.person = person;
        this.idempotency = idempotency;
    }

    /** Why an alert is closed, in the person's words. */
    record CloseRequest(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * The same done to many alerts.
     *
     * @param action {@code close}
     * @param reason why, in the person's words
     */
    record BulkAlerts(
            @NotEmpty @Size(max = AlertDetails.MOST_AT_ONCE) List<@NotNull UUID> ids,
            @NotNull @Pattern(regexp = "close") String action,
            @NotBlank @Size(max = 2000) String reason) {}

    /**
     * What became of one alert.
     *
     * @param outcome {@code done}, {@code not-found}, or {@code conflict} if it is closed
     */
    record BulkAlertResult(UUID id, String outcome) {}

    /** What became of each, in the order they were asked. */
    record BulkAlertsAnswer(List<BulkAlertResult> results, int done) {
        static BulkAlertsAnswer of(List<UUID> ids, Map<UUID, AlertDetails.Outcome> outcomes) {
            List<BulkAlertResult> results = ids.stream()
                    .distinct()
                    .map(id -> new BulkAlertResult(
                            id,
                            outcomes.getOrDefault(id, AlertDetails.Outcome.NOT_FOUND)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')))
                    .toList();
            int done = (int) outcomes.values().stream()
                    .filter(AlertDetails.Outcome.DONE::equals)
                    .count();
            return new BulkAlertsAnswer(results, done);
        }
    }

    /** In the order of {@code sort}; with the names of customer, CSM and rule, and how many there are. */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public CountedPage<AlertView> list(
            @Valid @BeanParam AlertQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AlertSort sort = query.toSort();
        AlertFilter filter = query.toFilter(person, colleagues);
        Page<AlertRow> page = pages.page(
                "alerts",
                sort.parameter(),
                filter.toString(),
                PageRequest.of(limit, cursor),
                (behind, most) -> details.list(filter, sort, behind, most),
                row -> new SortedPages.Position(row.sortKey(), row.alert().id()));
        return CountedPage.of(page, details.count(filter)).map(AlertView::of);
    }

    /** Closes up to 200 alerts; each has its own result, and what can be closed is closed. */
    @POST
    @Path("/bulk")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public BulkAlertsAnswer bulk(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BulkAlerts request) {
        return idempotency.once(
                key,
                List.of("alerts/bulk", request),
                BulkAlertsAnswer.class,
                () -> BulkAlertsAnswer.of(
                        request.ids(),
                        details.close(request.ids(), request.reason(), person.author(), person.visibleOwners())));
    }

    /** With each time the sign appeared, and who was told. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public AlertDetailView get(@PathParam("id") UUID id) {
        AlertDetails.Detail detail = details.get(id, person.visibleOwners());
        return new AlertDetailView(
                AlertView.of(detail.row()),
                detail.occurrences().stream()
                        .map(AlertDetailView.OccurrenceView::of)
                        .toList(),
                detail.notices().stream().map(NoticeView::of).toList(),
                detail.row().alert().revision());
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public AlertView close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid CloseRequest request) {
        details.get(id, person.visibleOwners());
        alerts.close(id, ifMatch, request.reason(), person.author());
        return AlertView.of(details.row(id));
    }
}
