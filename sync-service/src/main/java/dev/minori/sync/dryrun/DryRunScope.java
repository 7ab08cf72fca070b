package dev.minori.sync.dryrun;

import dev.minori.sync.mapping.CompiledMapping;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.raw.RawKey;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every chunk of a dry run needs to know.
 *
 * @param draft what is tried
 * @param published what runs now, to say what a field holds; null if nothing does, or if the source no longer fits it
 */
record DryRunScope(
        UUID mappingId,
        RawKey key,
        MappingDocument document,
        CompiledMapping draft,
        @Nullable CompiledMapping published,
        FactTexts texts,
        Function<String, Optional<String>> recordUrl) {}
