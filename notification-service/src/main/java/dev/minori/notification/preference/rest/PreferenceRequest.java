package dev.minori.notification.preference.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.notification.preference.Preference;
import dev.minori.notification.preference.QuietHours;
import dev.minori.notification.template.MessageLanguage;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a member wants to be told from now on. See {@link PreferenceView}; {@code inApp} stays as it is where it is absent. */
public record PreferenceRequest(
        boolean email,
        @Nullable Boolean inApp,
        @Size(max = 20) @Nullable List<UUID> slackChannelIds,
        @Nullable String language,
        PreferenceView.@Nullable QuietHoursView quietHours) {

    Preference preference(Preference known) {
        return new Preference(
                known.memberId(),
                email,
                inApp == null ? known.inApp() : inApp,
                Objects.requireNonNullElse(slackChannelIds, List.of()),
                language == null ? null : language(language),
                quietHours == null ? null : quiet(quietHours),
                0);
    }

    private static MessageLanguage language(String code) {
        return MessageLanguage.of(code)
                .orElseThrow(() -> refused("/language", new Wording("jaまたはenです。", "Is ja or en.")));
    }

    private static QuietHours quiet(PreferenceView.QuietHoursView hours) {
        LocalTime from = hours.from();
        LocalTime to = hours.to();
        if (from.equals(to)) {
            throw refused("/quietHours", new Wording("開始と終了を別の時刻にしてください。", "Begin and end differ."));
        }
        return new QuietHours(from, to);
    }

    private static ProblemException refused(String pointer, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_REQUEST, detail, List.of(new FieldError(pointer, "invalid", detail)));
    }
}
