package dev.minori.scoring.recompute;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Remembers where each workspace stands in time. In the transaction of the workspace. */
public interface WorkspaceDayStore {
    /** Where the workspace stands. */
    Optional<WorkspaceDay> find(UUID workspaceId);

    /** Where the workspace stands; of two processes that ask, the second waits for the first. */
    Optional<WorkspaceDay> lock(UUID workspaceId);

    /** Keeps where the workspace stands now. */
    void keep(UUID workspaceId, WorkspaceDay day);

    /** The newest day before the given one on which any customer used the product. */
    Optional<LocalDate> newestUsage(UUID workspaceId, LocalDate before);
}
