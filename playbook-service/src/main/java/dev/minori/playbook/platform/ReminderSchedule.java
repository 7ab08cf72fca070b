package dev.minori.playbook.platform;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.task.Reminders;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks each minute, in every workspace, for tasks whose owners are to be reminded. */
@ApplicationScoped
class ReminderSchedule {
    private final Workspaces workspaces;
    private final Reminders reminders;

    ReminderSchedule(Workspaces workspaces, Reminders reminders) {
        this.workspaces = workspaces;
        this.reminders = reminders;
    }

    @Scheduled(identity = "task-reminders", every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (UUID workspace : workspaces.list()) {
            try {
                WorkspaceContext.run(workspace, this::remind);
            } catch (RuntimeException failed) {
                Log.warnf(failed, "reminders of workspace %s rest until the next minute", workspace);
            }
        }
    }

    private void remind() {
        while (reminders.remind()) {
            Log.debug("more reminders are due");
        }
    }
}
