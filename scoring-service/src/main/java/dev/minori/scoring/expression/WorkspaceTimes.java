package dev.minori.scoring.expression;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which workspaces there are and what time zone each lives in. */
public interface WorkspaceTimes {
    /** All workspaces this service knows. */
    List<UUID> all();

    /** The zone of a workspace, empty while the workspace is not known. */
    Optional<ZoneId> zone(UUID workspaceId);
}
