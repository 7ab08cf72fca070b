package dev.minori.playbook.figure.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.playbook.figure.Period;
import dev.minori.playbook.figure.Periods;
import dev.minori.playbook.figure.WorkCount;
import dev.minori.playbook.figure.WorkFigures;
import dev.minori.playbook.figure.rest.FigureViews.FiguresView;
import dev.minori.playbook.figure.rest.FigureViews.ListQueries;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** The load of each CSM: tasks by owner. */
@Path("/api/v1/task-figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TaskFigureResource {
    private static final String TASKS = "/api/v1/tasks?";

    private final Periods periods;
    private final WorkFigures figures;
    private final Colleagues colleagues;
    private final CurrentPerson person;

    TaskFigureResource(Periods periods, WorkFigures figures, Colleagues colleagues, CurrentPerson person) {
        this.periods = periods;
        this.figures = figures;
        this.colleagues = colleagues;
        this.person = person;
    }

    /**
     * Open, opened, done and overdue tasks by owner, and how old the open ones are. Open and overdue are those at the
     * period's end, with the due days and owners of today.
     *
     * @param from first day; the month's first if absent
     * @param to last day, included; today if absent
     */
    @GET
    @Extension(name = BoundedList.NAME, value = "one line a group or period that is asked for")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public FiguresView get(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("compareTo") @Pattern(regexp = "previous-period|previous-year") @Nullable String compareTo,
            @QueryParam("teamId") @Nullable UUID teamId) {
        Periods.Asked asked = periods.of(from, to, Comparisons.of(compareTo));
        List<WorkFigures.Line> lines =
                figures.tasks(asked, teamId == null ? null : colleagues.inTeam(teamId), person.visibleOwners());
        return FiguresView.of(asked, lines, line -> queries(asked.period(), whose(line, teamId)));
    }

    private static String whose(@Nullable WorkCount line, @Nullable UUID teamId) {
        if (line == null) {
            return teamId == null ? "" : "teamId=" + teamId + "&";
        }
        return line.id() == null ? "unowned=true&" : "owner=" + line.id() + "&";
    }

    private static ListQueries queries(Period period, String whose) {
        String open = TASKS + whose + "openAt=" + period.end();
        return new ListQueries(
                open,
                TASKS + whose + "createdFrom=" + period.start() + "&createdBefore=" + period.end(),
                TASKS + whose + "completedFrom=" + period.start() + "&completedBefore=" + period.end(),
                open + "&dueBefore=" + period.endDay());
    }
}
