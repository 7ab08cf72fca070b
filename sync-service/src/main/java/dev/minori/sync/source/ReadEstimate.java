package dev.minori.sync.source;

/**
 * What reading the whole of a plan would take.
 *
 * @param records how many records the source has of it now
 * @param leastCalls the calls it takes when nothing is repeated and nothing has to be waited for
 */
public record ReadEstimate(long records, long leastCalls) {}
