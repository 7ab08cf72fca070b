package dev.minori.playbook.task;

import dev.minori.playbook.notice.Addressee;
import dev.minori.playbook.notice.Notice;
import dev.minori.playbook.notice.Notices;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Tells people of tasks that concern them. */
@ApplicationScoped
class TaskHandover {
    private final Notices notices;

    TaskHandover(Notices notices) {
        this.notices = notices;
    }

    /** Tells the new owner, once for each time the task changes hands. */
    void assigned(CsTask task) {
        UUID owner = task.ownerMemberId();
        if (owner != null) {
            tell(task, "assigned|" + task.revision(), "task-assigned", owner, Map.of());
        }
    }

    /** Tells a member about a task. */
    void tell(CsTask task, String effect, String templateKey, UUID memberId, Map<String, String> more) {
        Map<String, String> data = new TreeMap<>(more);
        LocalText title = task.title();
        data.put("title.ja", title.ja());
        data.put("title.en", title.en());
        LocalDate due = task.dueOn();
        if (due != null) {
            data.put("dueDate", due.toString());
        }
        data.put("taskLink", "/tasks/" + task.id());
        notices.ask(new Notice(
                "task|" + task.id() + "|" + effect,
                task.customerId(),
                "task",
                task.id(),
                templateKey,
                new Addressee.Person(memberId),
                data,
                task.quotedFactIds()));
    }
}
