package dev.minori.sync.source;

/** Calls used of the calls allowed in the source's current period, by everybody together. */
public record ApiAllowance(long used, long limit) {}
