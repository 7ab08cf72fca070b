package dev.minori.playbook.alert;

import dev.minori.playbook.alert.AlertRule.RuleTask;
import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.DocumentCheck;
import dev.minori.playbook.document.DocumentNode;
import dev.minori.playbook.document.Documents;
import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.text.LocalText;
import dev.minori.playbook.text.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an alert rule from its document and says everything that is wrong with it. */
@ApplicationScoped
class AlertRuleDocument implements DocumentCheck {
    private static final Map<String, Severity> SEVERITIES =
            Map.of("high", Severity.HIGH, "medium", Severity.MEDIUM, "low", Severity.LOW);
    private static final Map<String, Audience> AUDIENCES =
            Map.of(Audience.OWNER.wireName(), Audience.OWNER, Audience.TEAM.wireName(), Audience.TEAM);
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(366);

    @Override
    public DefinitionKind kind() {
        return DefinitionKind.ALERT_RULE;
    }

    @Override
    public Summary check(DocumentNode document) {
        AlertRule rule = read(document);
        return new Summary(rule.key(), rule.name(), rule.segmentKey());
    }

    /** The rule in a document. Throws unreadable-document or invalid-document. */
    static AlertRule parse(String text) {
        return read(Documents.parse(text));
    }

    private static AlertRule read(DocumentNode document) {
        document.allow(
                "key", "name", "trigger", "severity", "title", "notify", "template", "coolDown", "autoClose", "task");
        DocumentNode trigger = document.object("trigger");
        trigger.allow("segment");
        AlertRule rule = new AlertRule(
                document.key("key"),
                document.localText("name"),
                trigger.key("segment"),
                document.word("severity", SEVERITIES),
                title(document),
                document.words("notify", AUDIENCES),
                document.has("template") ? document.key("template") : "alert-opened",
                coolDown(document),
                document.flag("autoClose", true),
                task(document));
        document.errors().throwIfAny();
        return rule;
    }

    private static @Nullable RuleTask task(DocumentNode document) {
        if (!document.has("task")) {
            return null;
        }
        DocumentNode task = document.object("task");
        task.allow("title", "dueInBusinessDays");
        return new RuleTask(title(task), task.number("dueInBusinessDays", 0, BusinessCalendar.MAX_BUSINESS_DAYS));
    }

    private static LocalText title(DocumentNode node) {
        LocalText title = node.localText("title");
        for (String placeholder : Placeholders.namesIn(title.ja() + title.en())) {
            if (!Placeholders.isKnown(placeholder)) {
                node.errors()
                        .add(
                                node.pointer() + "/title",
                                "unknown-placeholder",
                                "{%s} は使えません。{customer}, {subject}, {evidence.名前} が使えます。".formatted(placeholder),
                                "{%s} is unknown; use {customer}, {subject} or {evidence.name}."
                                        .formatted(placeholder));
            }
        }
        return title;
    }

    private static Duration coolDown(DocumentNode document) {
        if (!document.has("coolDown")) {
            return Duration.ZERO;
        }
        try {
            Duration read = Duration.parse(document.text("coolDown"));
            if (!read.isNegative() && read.compareTo(LONGEST_COOL_DOWN) <= 0) {
                return read;
            }
        } catch (DateTimeParseException _) {
            // Told below, like a duration out of range.
        }
        document.errors()
                .add(
                        "/coolDown",
                        "invalid-format",
                        "P7D や PT12H の形で、366日以内にしてください。",
                        "Write P7D or PT12H, at most 366 days.");
        return Duration.ZERO;
    }
}
