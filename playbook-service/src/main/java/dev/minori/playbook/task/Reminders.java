package dev.minori.playbook.task;

import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.notice.Addressee;
import dev.minori.playbook.notice.Notice;
import dev.minori.playbook.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reminds owners in the morning of the day on which a task is due, once for each due day. What falls due while nobody works
 * is told on the morning of the last business day before.
 */
@ApplicationScoped
public class Reminders {
    static final LocalTime MORNING = LocalTime.of(9, 0);

    /** After a long standstill, what fell due longer ago is on the list of overdue tasks and no news. */
    private static final int LATE_DAYS = 7;

    private static final int BATCH = 100;

    private final TaskStore store;
    private final Notices notices;
    private final Calendars calendars;
    private final Clock clock;

    Reminders(TaskStore store, Notices notices, Calendars calendars, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Asks for the reminders of the current workspace that are due, a batch of them; false when none is left. */
    @Transactional
    public boolean remind() {
        Instant now = clock.instant();
        BusinessCalendar calendar = calendars.ofWorkspace();
        LocalDate today = calendar.dayOf(now);
        Instant morning = today.atTime(MORNING).atZone(calendar.zone()).toInstant();
        if (now.isBefore(morning) || !calendar.isBusinessDay(today)) {
            return false;
        }
        LocalDate next = calendar.addBusinessDays(today, 1);
        // A task written later than the morning was given to its owner today: that was the reminder.
        List<CsTask> due = store.lockUnreminded(today.minusDays(LATE_DAYS), next, morning, now, BATCH);
        for (CsTask task : due) {
            remind(task, Objects.requireNonNull(task.dueOn()), Objects.requireNonNull(task.ownerMemberId()));
        }
        return due.size() == BATCH;
    }

    private void remind(CsTask task, LocalDate dueOn, UUID owner) {
        notices.ask(new Notice(
                "task|" + task.id() + "|due|" + dueOn,
                task.customerId(),
                "task",
                task.id(),
                "task-due",
                new Addressee.Person(owner),
                Map.of(
                        "title.ja", task.title().ja(),
                        "title.en", task.title().en(),
                        "dueDate", dueOn.toString(),
                        "taskLink", "/tasks/" + task.id()),
                task.quotedFactIds()));
        store.noteReminder(task);
    }
}
