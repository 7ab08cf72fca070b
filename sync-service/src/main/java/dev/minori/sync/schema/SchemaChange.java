package dev.minori.sync.schema;

import java.time.Instant;
import java.util.UUID;

/** How one field of an object changed, and when that was first seen. */
public record SchemaChange(UUID id, UUID connectionId, String objectName, FieldChange change, Instant seenAt) {}
