package dev.minori.sync.workspace;

import java.util.UUID;

/** Members who look after customers together. */
public record Team(UUID id, String name, boolean active, long version) {}
