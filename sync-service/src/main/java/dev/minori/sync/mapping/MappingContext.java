package dev.minori.sync.mapping;

import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping needs of its workspace.
 *
 * @param memberOfOwner the member behind a source owner's id, login name or e-mail address
 */
public record MappingContext(ZoneId zone, String currency, Function<String, @Nullable UUID> memberOfOwner) {}
