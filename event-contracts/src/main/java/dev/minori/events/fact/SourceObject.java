package dev.minori.events.fact;

import java.util.UUID;

/**
 * Where a batch of facts was read and how it was understood.
 *
 * @param connectionId the connection
 * @param system {@code salesforce}, {@code kintone} …
 * @param objectName the object, table or app, as the system calls it
 * @param mappingId the table mapping
 * @param mappingVersion its published version
 */
public record SourceObject(UUID connectionId, String system, String objectName, UUID mappingId, int mappingVersion) {}
