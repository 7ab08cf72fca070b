package dev.minori.scoring.recompute;

import java.time.LocalDate;
import java.util.UUID;

/** Remembers the local day each workspace was computed for. In the transaction of the workspace. */
public interface WorkspaceDays {
    /** Moves a workspace to a day; whether it was on another day before. The very first day is no change. */
    boolean enter(UUID workspaceId, LocalDate day);
}
