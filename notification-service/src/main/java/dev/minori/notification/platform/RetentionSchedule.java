package dev.minori.notification.platform;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.DeliveryRetention;
import dev.minori.notification.inapp.InAppInbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what is too old, workspace by workspace, in small transactions. */
@ApplicationScoped
class RetentionSchedule {
    private final Workspaces workspaces;
    private final DeliveryRetention retention;
    private final InAppInbox inbox;

    RetentionSchedule(Workspaces workspaces, DeliveryRetention retention, InAppInbox inbox) {
        this.workspaces = workspaces;
        this.retention = retention;
        this.inbox = inbox;
    }

    @Scheduled(
            every = "${minori.retention.every:6h}",
            delayed = "10m",
            identity = "retention",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        workspaces
                .list()
                .forEach(workspace -> WorkspaceContext.run(workspace, () -> {
                    boolean more = true;
                    while (more) {
                        more = retention.forgetSome();
                    }
                    more = true;
                    while (more) {
                        more = inbox.forgetSome();
                    }
                }));
    }
}
