package dev.minori.sync.budget;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.CallGates;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The lease of each connection in this process. */
@ApplicationScoped
public class CallLeases implements CallGates {
    private final CallAccounts accounts;
    private final Clock clock;
    private final Map<Key, CallLease> leases = new ConcurrentHashMap<>();

    CallLeases(CallAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public CallGate of(UUID connectionId) {
        return lease(connectionId);
    }

    /** Books what calls of this process are not booked yet, of one connection of the current workspace. */
    public void settle(UUID connectionId) {
        lease(connectionId).settle(true);
    }

    /** Books what idle leases spent and gives back what they did not use. */
    public void settleIdle() {
        settleAll(false);
    }

    /** The same for all leases: the process ends. */
    public void settleAll() {
        settleAll(true);
    }

    private void settleAll(boolean evenIfValid) {
        leases.forEach((key, lease) -> {
            try {
                WorkspaceContext.run(key.workspaceId(), () -> lease.settle(evenIfValid));
            } catch (RuntimeException failed) {
                // Stays with the lease and is booked with its next one.
                Log.warnf("calls at connection %s are not booked yet: %s", key.connectionId(), failed.getMessage());
            }
        });
    }

    private CallLease lease(UUID connectionId) {
        return leases.computeIfAbsent(
                new Key(WorkspaceContext.current(), connectionId), _ -> new CallLease(connectionId, accounts, clock));
    }

    private record Key(UUID workspaceId, UUID connectionId) {}
}
