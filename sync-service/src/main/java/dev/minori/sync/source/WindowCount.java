package dev.minori.sync.source;

/** How many records a window has. */
public record WindowCount(Window window, long records) {}
