package dev.minori.scoring.document;

import java.util.UUID;

/** A document in the version that is published. */
public record ActiveDocument<D extends VersionedDocument>(UUID id, int version, D document) {}
