package dev.minori.scoring.segment;

import java.util.UUID;

/** A published version of a segment. */
public record ActiveSegment(UUID id, int version, Segment segment) {}
