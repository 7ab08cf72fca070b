package dev.minori.sync.workspace.rest;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member to create or change.
 *
 * @param subject the {@code sub} of the person's tokens
 * @param language {@code ja} or {@code en}
 * @param teamIds none if absent
 * @param active true if absent
 */
public record MemberRequest(
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email String email,
        @NotBlank @Pattern(regexp = "ja|en") String language,
        @NotBlank String zone,
        @Nullable List<@NotNull UUID> teamIds,
        @Nullable Boolean active) {}
