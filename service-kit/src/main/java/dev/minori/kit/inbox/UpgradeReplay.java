package dev.minori.kit.inbox;

import dev.minori.kit.backlog.ParkedWorkspaces;
import dev.minori.kit.inbox.ParkedReplay.Outcome;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Applies by itself what an older version had to park because it did not know the type: once this version is up, and again
 * every minute, because during a rolling upgrade the old processes go on parking. Keys parked for any other reason wait for
 * a person. Processes that do this at once take turns by the lock on each parked key.
 */
@ApplicationScoped
class UpgradeReplay {
    private final ParkedWorkspaces workspaces;
    private final ParkingLot parking;
    private final ParkedReplay replay;

    UpgradeReplay(ParkedWorkspaces workspaces, ParkingLot parking, ParkedReplay replay) {
        this.workspaces = workspaces;
        this.parking = parking;
        this.replay = replay;
    }

    @Scheduled(
            every = "${minori.upgrade-replay.every:1m}",
            delayed = "${minori.upgrade-replay.delay:5s}",
            identity = "upgrade-replay",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            for (UUID workspaceId : workspaces.list()) {
                WorkspaceContext.run(workspaceId, this::replayWhatIsKnown);
            }
        } catch (SQLException | RuntimeException failed) {
            Log.warnf(failed, "messages that waited for this version are looked for again in a minute");
        }
    }

    private void replayWhatIsKnown() {
        for (ParkedKey key : parking.listFor(MessageIntake.UNKNOWN_TYPE)) {
            replay.replayIfKnown(key.channel(), key.key()).ifPresent(outcome -> tell(key, outcome));
        }
    }

    private static void tell(ParkedKey key, Outcome outcome) {
        Log.infof(
                "%d messages of key %s were applied that waited for this version%s",
                outcome.applied(), key.key(), outcome.freed() ? "" : "; then stopped: " + outcome.reason());
    }
}
