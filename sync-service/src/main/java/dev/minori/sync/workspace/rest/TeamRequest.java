package dev.minori.sync.workspace.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team to create or change; active unless told otherwise.
 *
 * @param memberIds who is in it from now on; absent to leave them
 */
public record TeamRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable Boolean active,
        @Size(max = 1_000) @Nullable List<@NotNull UUID> memberIds) {}
