package dev.minori.sync.check.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks what reading a source would mean.
 *
 * @param objects names of objects, numbers of apps; absent means those that ready-made mappings read, at kintone every app
 */
public record CheckRequest(
        @NotNull UUID connectionId,
        @Nullable @Size(max = 50) List<@NotBlank String> objects) {}
