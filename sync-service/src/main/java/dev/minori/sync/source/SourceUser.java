package dev.minori.sync.source;

import org.jspecify.annotations.Nullable;

/** A user of the source system who may own records. */
public record SourceUser(String id, String name, @Nullable String email, boolean active) {}
