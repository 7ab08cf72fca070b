package dev.minori.sync.workspace.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A team to create or change; active unless told otherwise. */
public record TeamRequest(
        @NotBlank @Size(max = 200) String name, @Nullable Boolean active) {}
