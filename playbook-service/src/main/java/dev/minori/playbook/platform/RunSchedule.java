package dev.minori.playbook.platform;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.RunWorker;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lets the worker look after each workspace; a workspace that takes long keeps no other waiting. */
@ApplicationScoped
class RunSchedule {
    private final Workspaces workspaces;
    private final RunWorker worker;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    RunSchedule(Workspaces workspaces, RunWorker worker) {
        this.workspaces = workspaces;
        this.worker = worker;
    }

    @Scheduled(
            identity = "playbook-runs",
            every = "${minori.playbook.tick:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        for (UUID workspace : workspaces.list()) {
            if (busy.add(workspace)) {
                Thread.ofVirtual().name("runs-" + workspace).start(() -> work(workspace));
            }
        }
    }

    @Scheduled(identity = "playbook-run-heartbeat", every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void heartbeat() {
        for (UUID workspace : busy) {
            WorkspaceContext.run(workspace, worker::heartbeat);
        }
    }

    private void work(UUID workspace) {
        try {
            WorkspaceContext.run(workspace, worker::work);
        } catch (RuntimeException failed) {
            Log.warnf(failed, "runs of workspace %s rest until the next tick", workspace);
        } finally {
            busy.remove(workspace);
        }
    }
}
