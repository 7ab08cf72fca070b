package dev.minori.playbook.task.rest;

import dev.minori.playbook.page.ListOrder;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.search.Folded;
import dev.minori.playbook.task.TaskDesk;
import dev.minori.playbook.task.TaskFilter;
import dev.minori.playbook.task.TaskKind;
import dev.minori.playbook.task.TaskPriority;
import dev.minori.playbook.task.TaskSort;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filters and order of the list of tasks; what is absent does not narrow. */
public class TaskQuery {
    /** Only the caller's own. */
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    /** Only this member's. */
    @QueryParam("owner")
    @Nullable
    UUID owner;

    /** Only those nobody owns. */
    @QueryParam("unowned")
    @DefaultValue("false")
    boolean unowned;

    /** Only those of this team's members. */
    @QueryParam("teamId")
    @Nullable
    UUID teamId;

    @QueryParam("customerId")
    @Nullable
    UUID customerId;

    @QueryParam("playbookRunId")
    @Nullable
    UUID playbookRunId;

    @QueryParam("alertId")
    @Nullable
    UUID alertId;

    /** Only those the caller wrote, for example questions. */
    @QueryParam("writtenByMe")
    @DefaultValue("false")
    boolean writtenByMe;

    @QueryParam("kind")
    @Pattern(regexp = "work|question")
    @Nullable
    String kind;

    @QueryParam("priority")
    @Pattern(regexp = "high|normal|low")
    @Nullable
    String priority;

    /** {@code active} is open or snoozed, {@code ended} completed or cancelled. */
    @QueryParam("state")
    @Pattern(regexp = "open|snoozed|active|completed|cancelled|ended")
    @Nullable
    String state;

    /** Due on this day or later. */
    @QueryParam("dueFrom")
    @Nullable
    LocalDate dueFrom;

    /** Due on this day or before. */
    @QueryParam("dueTo")
    @Nullable
    LocalDate dueTo;

    /** Still to be done, and the day is over. */
    @QueryParam("overdue")
    @DefaultValue("false")
    boolean overdue;

    /** Due before this day. */
    @QueryParam("dueBefore")
    @Nullable
    LocalDate dueBefore;

    /** To be done at this instant. */
    @QueryParam("openAt")
    @Nullable
    Instant openAt;

    @QueryParam("createdFrom")
    @Nullable
    Instant createdFrom;

    @QueryParam("createdBefore")
    @Nullable
    Instant createdBefore;

    @QueryParam("completedFrom")
    @Nullable
    Instant completedFrom;

    @QueryParam("completedBefore")
    @Nullable
    Instant completedBefore;

    /** Words in the title, or in the customer's name, kana or code. */
    @QueryParam("q")
    @Size(max = 200)
    @Nullable
    String text;

    /** {@code -created} (newest first), {@code created}, {@code due}, {@code -due}, {@code priority}, {@code -priority},
     * {@code customer}, {@code -customer}. */
    @QueryParam("sort")
    @DefaultValue("-created")
    String sort = "-created";

    TaskSort toSort() {
        return ListOrder.of(TaskSort.class, sort);
    }

    TaskFilter toFilter(CurrentPerson person, Colleagues colleagues, TaskDesk.Today today) {
        List<UUID> owners = colleagues.chosen(mine ? person.memberId() : owner, teamId);
        return new TaskFilter(
                owners,
                unowned,
                customerId,
                playbookRunId,
                alertId,
                writtenByMe ? person.memberId() : null,
                kind == null ? null : TaskKind.of(kind),
                priority == null ? null : TaskPriority.of(priority),
                overdue && state == null ? "active" : state,
                dueFrom,
                dueTo,
                overdue ? today.day() : dueBefore,
                openAt,
                createdFrom,
                createdBefore,
                completedFrom,
                completedBefore,
                Folded.of(text),
                person.visibleOwners(),
                today.now());
    }

    /** Everything that narrows, for the cursor: not the present, which is another on the next page. */
    String narrowing(@Nullable List<UUID> owners) {
        return String.join(
                "|",
                List.of(
                        String.valueOf(owners),
                        String.valueOf(unowned),
                        String.valueOf(teamId),
                        String.valueOf(customerId),
                        String.valueOf(playbookRunId),
                        String.valueOf(alertId),
                        String.valueOf(writtenByMe),
                        String.valueOf(kind),
                        String.valueOf(priority),
                        String.valueOf(state),
                        String.valueOf(dueFrom),
                        String.valueOf(dueTo),
                        String.valueOf(overdue),
                        String.valueOf(dueBefore),
                        String.valueOf(openAt),
                        String.valueOf(createdFrom),
                        String.valueOf(createdBefore),
                        String.valueOf(completedFrom),
                        String.valueOf(completedBefore),
                        String.valueOf(text)));
    }
}
