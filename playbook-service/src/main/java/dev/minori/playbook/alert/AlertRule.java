package dev.minori.playbook.alert;

import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.text.LocalText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert rule's document says.
 *
 * @param segmentKey entries into this segment open alerts
 * @param title with placeholders, see {@link dev.minori.playbook.text.Placeholders}
 * @param audiences who is told when an alert opens; empty tells nobody
 * @param templateKey the template of notification-service
 * @param coolDown how long after its closing the same sign reopens the alert quietly
 * @param autoClose whether the alert closes when the customer leaves the segment
 * @param task a task to open together with the alert
 */
public record AlertRule(
        String key,
        LocalText name,
        String segmentKey,
        Severity severity,
        LocalText title,
        List<Audience> audiences,
        String templateKey,
        Duration coolDown,
        boolean autoClose,
        @Nullable RuleTask task) {
    public AlertRule {
        audiences = List.copyOf(audiences);
    }

    /** Work for the customer's CSM. */
    public record RuleTask(LocalText title, int dueInBusinessDays) {}
}
