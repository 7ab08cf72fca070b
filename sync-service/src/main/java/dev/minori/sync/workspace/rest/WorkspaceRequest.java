package dev.minori.sync.workspace.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Settings of a workspace.
 *
 * @param zone IANA zone, for example {@code Asia/Tokyo}
 * @param currency ISO 4217 code
 * @param visibility {@code all} or {@code owner-and-team}
 */
public record WorkspaceRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank String zone,
        @Min(1) @Max(12) int fiscalYearStartMonth,
        @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotBlank @Pattern(regexp = "all|owner-and-team") String visibility) {}
