package dev.minori.scoring.expression;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Tells up to which local day the usage of a workspace has come. */
public interface CompleteDays {
    /** The newest such day, empty while nobody has looked. */
    Optional<LocalDate> usageUntil(UUID workspaceId);
}
