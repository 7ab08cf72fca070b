package dev.minori.sync.dryrun.rest;

import dev.minori.sync.dryrun.DryRunService;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How thorough a dry run is to be.
 *
 * @param rows how many records are read at most; 1000 if not said
 */
public record DryRunRequest(
        @Nullable @Min(1) @Max(DryRunService.MOST_ROWS) Integer rows) {
    int rowLimit() {
        return rows == null ? DryRunService.DEFAULT_ROWS : rows;
    }
}
