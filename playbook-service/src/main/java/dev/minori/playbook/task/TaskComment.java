package dev.minori.playbook.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A remark on a task. */
public record TaskComment(UUID id, @Nullable UUID authorId, String authorName, String body, Instant writtenAt) {}
