package dev.minori.playbook.calendar.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.etag.Versioned;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.CalendarSettings;
import dev.minori.playbook.calendar.Closure;
import dev.minori.playbook.calendar.WorkspaceCalendars;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** The workspace's working days. */
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CalendarResource {
    private static final String KEY = "business";
    private static final int MAX_DAYS = 400;

    private final WorkspaceCalendars calendars;

    CalendarResource(WorkspaceCalendars calendars) {
        this.calendars = calendars;
    }

    /** A calendar; the workspace has one, called {@code business}. */
    record CalendarView(
            String key,
            String zone,
            Set<DayOfWeek> weekend,
            boolean japaneseHolidays,
            List<ClosureView> closures,
            long version)
            implements Versioned {}

    /**
     * Days off beside weekends and holidays, both ends included.
     *
     * @param from {@code --12-29} if it comes every year, else {@code 2026-08-13}
     */
    record ClosureView(
            @NotBlank @Size(max = 100) String name,
            @NotBlank String from,
            @NotBlank String to) {}

    /** What the calendar becomes. */
    record CalendarRequest(
            @NotNull @Size(max = 6) Set<DayOfWeek> weekend,
            boolean japaneseHolidays,

            @NotNull @Size(max = CalendarSettings.MAX_CLOSURES)
            List<@Valid ClosureView> closures) {}

    /**
     * One day.
     *
     * @param closedFor why nobody works, null on a business day
     */
    record DayView(
            LocalDate day, boolean businessDay, @Nullable String closedFor) {}

    @GET
    @Extension(name = BoundedList.NAME, value = "a workspace has one calendar")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<CalendarView> list() {
        return List.of(get());
    }

    @GET
    @Path("/" + KEY)
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public CalendarView get() {
        return view(calendars.settings());
    }

    @PUT
    @Path("/" + KEY)
    @RolesAllowed({"cs-ops", "admin"})
    public CalendarView change(
            @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull CalendarRequest request) {
        List<Closure> closures = new ArrayList<>();
        for (int i = 0; i < request.closures().size(); i++) {
            closures.add(read(request.closures().get(i), i));
        }
        return view(calendars.change(ifMatch, request.weekend(), request.japaneseHolidays(), closures));
    }

    /** Each day from one to another, both included, at most 400. */
    @GET
    @Path("/" + KEY + "/days")
    @Extension(name = BoundedList.NAME, value = "the days asked for, at most 400")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public List<DayView> days(@QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS))) {
            Wording detail = new Wording("toはfromから400日以内の日付です。", "'to' is a day within 400 days after 'from'.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("query:to", "out-of-range", detail)));
        }
        BusinessCalendar calendar = calendars.ofWorkspace();
        return from.datesUntil(to.plusDays(1))
                .map(day -> new DayView(
                        day,
                        calendar.isBusinessDay(day),
                        calendar.reasonClosed(day).orElse(null)))
                .toList();
    }

    private CalendarView view(CalendarSettings settings) {
        return new CalendarView(
                KEY,
                calendars.ofWorkspace().zone().getId(),
                settings.weekend(),
                settings.japaneseHolidays(),
                settings.closures().stream().map(CalendarResource::view).toList(),
                settings.revision());
    }

    private static ClosureView view(Closure closure) {
        return switch (closure) {
            case Closure.Yearly(var name, var from, var to) -> new ClosureView(name, from.toString(), to.toString());
            case Closure.Once(var name, var from, var to) -> new ClosureView(name, from.toString(), to.toString());
        };
    }

    private static Closure read(ClosureView closure, int index) {
        try {
            return closure.from().startsWith("--")
                    ? new Closure.Yearly(closure.name(), MonthDay.parse(closure.from()), MonthDay.parse(closure.to()))
                    : new Closure.Once(closure.name(), LocalDate.parse(closure.from()), LocalDate.parse(closure.to()));
        } catch (DateTimeException | IllegalArgumentException _) {
            Wording detail = new Wording(
                    "期間は --12-29 から --01-03(毎年)、または 2026-08-13 から 2026-08-15 の形で、順番どおりに書いてください。",
                    "Write --12-29 to --01-03 for every year, or 2026-08-13 to 2026-08-15, in order.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    detail,
                    List.of(new FieldError("/closures/" + index, "invalid-period", detail)));
        }
    }
}
