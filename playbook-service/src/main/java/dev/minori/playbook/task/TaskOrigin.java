package dev.minori.playbook.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a task came from. */
public sealed interface TaskOrigin {
    /** A person wrote it; null if that person is no member. */
    record Person(@Nullable UUID memberId) implements TaskOrigin {}

    /** An alert opened it. */
    record FromAlert(UUID alertId) implements TaskOrigin {}

    /** A step of a playbook run opened it; a step opens at most one. */
    record FromStep(UUID runId, String stepId) implements TaskOrigin {}
}
