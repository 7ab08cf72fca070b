package dev.minori.sync.connection.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who an owner is.
 *
 * @param owner the owner's id in the source, or its e-mail address
 * @param memberId the member, or null for nobody
 */
public record OwnerLinkRequest(
        @NotBlank String owner, @Nullable UUID memberId) {}
