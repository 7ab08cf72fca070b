package dev.minori.sync.source;

/** An object, table or app that a connection can see. */
public record ObjectSummary(String name, String label, boolean custom) {}
