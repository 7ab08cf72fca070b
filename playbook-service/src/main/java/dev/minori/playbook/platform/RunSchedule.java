package dev.minori.playbook.platform;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.RunWorker;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Lets the worker look after each workspace; a workspace that takes long keeps no other waiting. */
@ApplicationScoped
class RunSchedule {
    private final Workspaces workspaces;
    private final RunWorker worker;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    RunSchedule(Workspaces workspaces, RunWorker worker) {
        this.workspaces = workspaces;
        this.worker = worker;
    }

    @Scheduled(
            identity = "playbook-runs",
            every = "${minori.playbook.tick:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        if (stopping) {
            return;
        }
        for (UUID workspace : workspaces.list()) {
            if (busy.add(workspace)) {
                threads.execute(() -> work(workspace));
            }
        }
    }

    @Scheduled(identity = "playbook-run-heartbeat", every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void heartbeat() {
        for (UUID workspace : busy) {
            WorkspaceContext.run(workspace, worker::heartbeat);
        }
    }

    /** A step takes milliseconds unless it waits for another service's answer: then it is interrupted. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.stop();
        threads.shutdown();
        if (threads.awaitTermination(2, TimeUnit.SECONDS)) {
            return;
        }
        threads.shutdownNow();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            Log.warn("runs did not stop in time; another process takes them over");
        }
    }

    private void work(UUID workspace) {
        try {
            WorkspaceContext.run(workspace, worker::work);
        } catch (RuntimeException failed) {
            if (stopping) {
                Log.infof("runs of workspace %s rest until the service has started again", workspace);
            } else {
                Log.warnf(failed, "runs of workspace %s rest until the next tick", workspace);
            }
        } finally {
            busy.remove(workspace);
        }
    }
}
