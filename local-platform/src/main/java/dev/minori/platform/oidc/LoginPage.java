package dev.minori.platform.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The sign-in page: one button a demo user, Japanese or English, no asset from elsewhere. */
final class LoginPage {

    private final String template;

    LoginPage() {
        try (InputStream html = Objects.requireNonNull(
                LoginPage.class.getResourceAsStream("login.html"), "login.html is missing from the jar")) {
            template = new String(html.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renders the page. The form posts to the address it was loaded from, so the request's parameters stay.
     *
     * @param japanese otherwise English
     */
    String render(boolean japanese) {
        StringBuilder users = new StringBuilder();
        UUID workspace = new UUID(0, 0);
        for (DemoUser user : DemoUsers.ALL) {
            if (!user.workspace().equals(workspace)) {
                workspace = user.workspace();
                users.append("<h2>").append(DemoUsers.workspaceName(workspace)).append("</h2>\n");
            }
            users.append(button(user, japanese));
        }
        return template.replace("{lang}", japanese ? "ja" : "en")
                .replace("{title}", japanese ? "Minori にサインイン" : "Sign in to Minori")
                .replace(
                        "{hint}",
                        japanese
                                ? "この画面は手元の環境専用です。デモ利用者を選んでください。"
                                : "This page exists on local machines only. Choose a demo user.")
                .replace("{users}", users);
    }

    private static String button(DemoUser user, boolean japanese) {
        return """
                <button name="username" value="%s">
                  <span class="face" aria-hidden="true">%s</span>
                  <span class="who"><b>%s</b><small>%s · %s</small></span>
                </button>
                """.formatted(
                        user.userName(),
                        user.name().substring(0, 1),
                        user.name(),
                        japanese ? user.title() : user.titleInEnglish(),
                        user.userName());
    }

    /** Whether a browser that sends this {@code Accept-Language} (or {@code ui_locales}) wants Japanese. */
    static boolean wantsJapanese(String languages) {
        if (languages.isBlank()) {
            return true;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(languages.replace(' ', ','))) {
                if (range.getRange().startsWith("ja")) {
                    return true;
                }
                if (range.getRange().startsWith("en")) {
                    return false;
                }
            }
        } catch (IllegalArgumentException e) {
            return true;
        }
        return false;
    }
}
