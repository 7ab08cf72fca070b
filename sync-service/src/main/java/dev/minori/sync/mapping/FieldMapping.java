package dev.minori.sync.mapping;

/** One target field and where its value comes from. */
public record FieldMapping(String target, FieldSource from) {}
