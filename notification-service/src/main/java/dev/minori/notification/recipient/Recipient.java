package dev.minori.notification.recipient;

import dev.minori.notification.preference.Preference;
import dev.minori.notification.template.MessageLanguage;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be told.
 *
 * @param active false after they left
 * @param memberLanguage the language of the member; the preference may differ
 * @param suppression why no mail is sent to the address; null if some is
 */
public record Recipient(
        UUID memberId,
        String name,
        String email,
        boolean active,
        MessageLanguage memberLanguage,
        ZoneId zone,
        Preference preference,
        @Nullable SuppressedAddress suppression) {

    /** The language to write in. */
    public MessageLanguage language() {
        return Optional.ofNullable(preference.language()).orElse(memberLanguage);
    }
}
