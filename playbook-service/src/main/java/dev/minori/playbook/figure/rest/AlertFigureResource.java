package dev.minori.playbook.figure.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.playbook.figure.Period;
import dev.minori.playbook.figure.Periods;
import dev.minori.playbook.figure.WorkCount;
import dev.minori.playbook.figure.WorkCounts;
import dev.minori.playbook.figure.WorkFigures;
import dev.minori.playbook.figure.rest.FigureViews.FiguresView;
import dev.minori.playbook.figure.rest.FigureViews.ListQueries;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Where alerts come from: by customer, by rule, by CSM. */
@Path("/api/v1/alert-figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertFigureResource {
    private static final String ALERTS = "/api/v1/alerts?";

    private final Periods periods;
    private final WorkFigures figures;
    private final Colleagues colleagues;
    private final CurrentPerson person;

    AlertFigureResource(Periods periods, WorkFigures figures, Colleagues colleagues, CurrentPerson person) {
        this.periods = periods;
        this.figures = figures;
        this.colleagues = colleagues;
        this.person = person;
    }

    /**
     * Open, opened and closed alerts, and how old the open ones are. Open ones are those at the period's end.
     *
     * @param by {@code customer}, {@code rule} or {@code owner}
     * @param from first day; the month's first if absent
     * @param to last day, included; today if absent
     */
    @GET
    @Extension(name = BoundedList.NAME, value = "one line a group or period that is asked for")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public FiguresView get(
            @QueryParam("by") @DefaultValue("customer") @Pattern(regexp = "customer|rule|owner") String by,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("compareTo") @Pattern(regexp = "previous-period|previous-year") @Nullable String compareTo,
            @QueryParam("teamId") @Nullable UUID teamId) {
        Periods.Asked asked = periods.of(from, to, Comparisons.of(compareTo));
        WorkCounts.AlertsBy grouping = WorkCounts.AlertsBy.valueOf(by.toUpperCase(Locale.ROOT));
        List<WorkFigures.Line> lines = figures.alerts(
                asked, grouping, teamId == null ? null : colleagues.inTeam(teamId), person.visibleOwners());
        String team = teamId == null ? "" : "teamId=" + teamId + "&";
        return FiguresView.of(asked, lines, line -> queries(asked.period(), which(line, grouping, team)));
    }

    private static String which(@Nullable WorkCount line, WorkCounts.AlertsBy by, String team) {
        if (line == null) {
            return team;
        }
        if (line.id() == null) {
            return "unowned=true&";
        }
        return switch (by) {
            case CUSTOMER -> "customerId=" + line.id() + "&";
            case RULE -> team + "ruleId=" + line.id() + "&";
            case OWNER -> "owner=" + line.id() + "&";
        };
    }

    private static ListQueries queries(Period period, String which) {
        return new ListQueries(
                ALERTS + which + "openAt=" + period.end(),
                ALERTS + which + "openedFrom=" + period.start() + "&openedBefore=" + period.end(),
                ALERTS + which + "closedFrom=" + period.start() + "&closedBefore=" + period.end(),
                null);
    }
}
