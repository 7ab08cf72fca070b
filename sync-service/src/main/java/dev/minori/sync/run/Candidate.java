package dev.minori.sync.run;

import dev.minori.sync.mapping.MappingResult;
import dev.minori.sync.raw.RawRow;

/** A row that was mapped and still needs its customer. */
record Candidate(RawRow row, MappingResult.Mapped mapped) {}
