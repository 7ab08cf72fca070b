package dev.minori.notification.preference;

import dev.minori.notification.template.MessageLanguage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told.
 *
 * @param email whether by mail
 * @param inApp whether in the console
 * @param slackChannelIds the rooms their notifications are posted to
 * @param language null for the language of the member
 * @param quietHours null for none
 * @param version 0 while the member has chosen nothing
 */
public record Preference(
        UUID memberId,
        boolean email,
        boolean inApp,
        List<UUID> slackChannelIds,
        @Nullable MessageLanguage language,
        @Nullable QuietHours quietHours,
        long version) {

    public Preference {
        slackChannelIds = List.copyOf(slackChannelIds);
    }

    /** What holds until a member chooses: mail and the bell, in their language, at any hour. */
    public static Preference standard(UUID memberId) {
        return new Preference(memberId, true, true, List.of(), null, null, 0);
    }
}
