package dev.minori.sync.run.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run: of one mapping, or of every published mapping of a connection.
 *
 * @param kind {@code full}, {@code incremental}, {@code reconciliation}, {@code republish} or {@code remap}
 * @param confirmRemovals records missing at the source are removed however many they are; only for {@code full}
 */
public record RunRequest(
        @Nullable UUID mappingId,
        @Nullable UUID connectionId,

        @NotBlank @Pattern(regexp = "full|incremental|reconciliation|republish|remap")
        String kind,

        @Nullable Boolean confirmRemovals) {}
