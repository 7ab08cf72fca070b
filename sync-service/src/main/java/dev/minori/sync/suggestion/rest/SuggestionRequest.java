package dev.minori.sync.suggestion.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look at.
 *
 * @param object the source object
 * @param dataset how the draft is to be understood, for example {@code contract}; null for the likeliest
 */
public record SuggestionRequest(
        @NotNull UUID connectionId,
        @NotBlank @Size(max = 200) String object,
        @Nullable String dataset) {}
