package dev.minori.notification.preference.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.notification.preference.Preference;
import dev.minori.notification.preference.QuietHours;
import dev.minori.notification.template.MessageLanguage;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told.
 *
 * @param inApp whether in the console
 * @param language ja or en; null for the member's own
 * @param quietHours hours without messages, in the member's zone; null for none
 */
public record PreferenceView(
        UUID memberId,
        boolean email,
        boolean inApp,
        List<UUID> slackChannelIds,
        @Nullable String language,
        @Nullable QuietHoursView quietHours,
        long version)
        implements Versioned {

    /** From one time of day to another; a night if {@code to} is the earlier one. */
    public record QuietHoursView(LocalTime from, LocalTime to) {}

    static PreferenceView of(Preference preference) {
        QuietHours quiet = preference.quietHours();
        MessageLanguage language = preference.language();
        return new PreferenceView(
                preference.memberId(),
                preference.email(),
                preference.inApp(),
                preference.slackChannelIds(),
                language == null ? null : language.code(),
                quiet == null ? null : new QuietHoursView(quiet.from(), quiet.to()),
                preference.version());
    }
}
