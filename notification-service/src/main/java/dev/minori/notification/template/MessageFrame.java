package dev.minori.notification.template;

import java.util.List;

/**
 * What a layout lays out: all values are filled in, nothing is escaped yet.
 *
 * @param settingsUrl where the reader changes what they get
 */
record MessageFrame(
        MessageLanguage language,
        String subject,
        String recipientName,
        String workspaceName,
        String settingsUrl,
        List<TemplateBlock> blocks) {

    /** Why the reader gets this, in two sentences. */
    String footer() {
        return switch (language) {
            case JA -> workspaceName + "のMinoriから" + recipientName + "様にお送りしています。このメールには返信できません。";
            case EN ->
                "Sent to " + recipientName + " by Minori at " + workspaceName
                        + ". Replies to this message are not read.";
        };
    }

    /** Label of {@link #settingsUrl}. */
    String settingsLabel() {
        return switch (language) {
            case JA -> "通知の設定を変更する";
            case EN -> "Change your notification settings";
        };
    }
}
