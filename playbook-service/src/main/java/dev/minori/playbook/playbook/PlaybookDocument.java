package dev.minori.playbook.playbook;

import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.document.DocumentNode;
import dev.minori.playbook.document.Documents;
import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.playbook.Step.OnUnknown;
import dev.minori.playbook.text.LocalText;
import dev.minori.playbook.text.Placeholders;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a playbook from its document and says everything that is wrong with it. */
public final class PlaybookDocument {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_WAIT_DAYS = 3_660;
    private static final List<String> KINDS = List.of("task", "wait", "branch", "notify", "end");
    private static final Map<String, OnUnknown> ON_UNKNOWN = Map.of(
            OnUnknown.THEN.wireName(), OnUnknown.THEN,
            OnUnknown.OTHERWISE.wireName(), OnUnknown.OTHERWISE,
            OnUnknown.END.wireName(), OnUnknown.END);
    private static final Map<String, Audience> AUDIENCES =
            Map.of(Audience.OWNER.wireName(), Audience.OWNER, Audience.TEAM.wireName(), Audience.TEAM);

    private final Set<String> ids = new HashSet<>();
    private int steps;

    private PlaybookDocument() {}

    /** The playbook. Throws unreadable-document or invalid-document. */
    public static Playbook parse(String text) {
        return read(Documents.parse(text));
    }

    /** The playbook in a document that is already parsed. Throws invalid-document. */
    public static Playbook read(DocumentNode document) {
        return new PlaybookDocument().playbook(document);
    }

    private Playbook playbook(DocumentNode document) {
        document.allow("key", "name", "trigger", "entry", "reEntry", "steps");
        String key = document.key("key");
        LocalText name = document.localText("name");
        DocumentNode trigger = document.object("trigger");
        trigger.allow("segment");
        String segment = trigger.key("segment");
        document.word("entry", Map.of("customer", true), true);
        ReEntry reEntry = reEntry(document);
        if (document.objects("steps").isEmpty()) {
            document.errors().add("/steps", "required", "ステップが1つ以上必要です。", "At least one step is needed.");
        }
        List<Step> read = steps(document, "steps", 0);
        if (steps > Playbook.MAX_STEPS) {
            document.errors()
                    .add(
                            "/steps",
                            "too-many",
                            "ステップは%dまでです。".formatted(Playbook.MAX_STEPS),
                            "At most %d steps.".formatted(Playbook.MAX_STEPS));
        }
        document.errors().throwIfAny();
        return new Playbook(key, name, segment, reEntry, read);
    }

    private static ReEntry reEntry(DocumentNode document) {
        if (!document.has("reEntry") || document.isText("reEntry")) {
            return document.word(
                    "reEntry",
                    Map.<String, ReEntry>of("never", new ReEntry.Never(), "afterExit", new ReEntry.AfterExit()),
                    new ReEntry.AfterExit());
        }
        DocumentNode node = document.object("reEntry");
        node.allow("afterDays");
        return new ReEntry.AfterDays(node.number("afterDays", 1, MAX_WAIT_DAYS));
    }

    private List<Step> steps(DocumentNode parent, String name, int depth) {
        List<Step> read = new ArrayList<>();
        for (DocumentNode node : parent.objects(name)) {
            if (depth > MAX_DEPTH) {
                node.errors()
                        .add(
                                node.pointer(),
                                "too-deep",
                                "分岐の入れ子は%d段までです。".formatted(MAX_DEPTH),
                                "Branches nest at most %d deep.".formatted(MAX_DEPTH));
                return read;
            }
            steps++;
            step(node, depth).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Step> step(DocumentNode node, int depth) {
        String id = node.key("id");
        if (!id.isEmpty() && !ids.add(id)) {
            node.errors()
                    .add(
                            node.pointer() + "/id",
                            "duplicate",
                            "「%s」はほかのステップで使われています。".formatted(id),
                            "Another step is called '%s'.".formatted(id));
        }
        List<String> kinds = KINDS.stream().filter(node.names()::contains).toList();
        if (kinds.size() != 1) {
            node.errors()
                    .add(
                            node.pointer(),
                            "step-kind",
                            "task, wait, branch, notify, end のうち1つを書いてください。",
                            "Write exactly one of task, wait, branch, notify, end.");
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        node.allow("id", kind);
        DocumentNode body = node.object(kind);
        return Optional.of(
                switch (kind) {
                    case "task" -> task(id, body);
                    case "wait" -> new Step.Wait(id, span(body));
                    case "branch" -> branch(id, body, depth);
                    case "notify" -> notify(id, body);
                    default -> new Step.End(id);
                });
    }

    private static Step.Task task(String id, DocumentNode body) {
        body.allow("title", "note", "owner", "dueInBusinessDays");
        body.word("owner", Map.of("owner", Audience.OWNER), Audience.OWNER);
        return new Step.Task(
                id,
                template(body, "title"),
                body.has("note") ? template(body, "note") : null,
                body.number("dueInBusinessDays", 0, BusinessCalendar.MAX_BUSINESS_DAYS));
    }

    private Step.Branch branch(String id, DocumentNode body, int depth) {
        body.allow("condition", "then", "otherwise", "onUnknown");
        return new Step.Branch(
                id,
                body.text("condition"),
                steps(body, "then", depth + 1),
                steps(body, "otherwise", depth + 1),
                body.word("onUnknown", ON_UNKNOWN, OnUnknown.OTHERWISE));
    }

    private static Step.Notify notify(String id, DocumentNode body) {
        body.allow("template", "to", "data");
        Map<String, LocalText> data = body.localTexts("data");
        data.forEach((name, text) -> checkPlaceholders(body, "data/" + name, text));
        return new Step.Notify(id, body.key("template"), body.word("to", AUDIENCES), data);
    }

    private static Step.Span span(DocumentNode body) {
        body.allow("businessDays", "days", "until");
        if (body.names().size() != 1) {
            body.errors()
                    .add(
                            body.pointer(),
                            "wait-span",
                            "businessDays, days, until のうち1つを書いてください。",
                            "Write exactly one of businessDays, days, until.");
            return new Step.Span.Days(1);
        }
        if (body.has("businessDays")) {
            return new Step.Span.BusinessDays(body.number("businessDays", 1, BusinessCalendar.MAX_BUSINESS_DAYS));
        }
        if (body.has("days")) {
            return new Step.Span.Days(body.number("days", 1, MAX_WAIT_DAYS));
        }
        return new Step.Span.Until(local(body));
    }

    /** {@code 2026-12-01} (its first moment) or {@code 2026-12-01T09:00}, in the workspace's zone. */
    private static LocalDateTime local(DocumentNode body) {
        String text = body.text("until");
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException _) {
            body.errors()
                    .add(
                            body.pointer() + "/until",
                            "invalid-format",
                            "2026-12-01 または 2026-12-01T09:00 の形で書いてください。",
                            "Write 2026-12-01 or 2026-12-01T09:00.");
            return LocalDateTime.MIN;
        }
    }

    private static LocalText template(DocumentNode body, String name) {
        LocalText text = body.localText(name);
        checkPlaceholders(body, name, text);
        return text;
    }

    private static void checkPlaceholders(DocumentNode body, String name, LocalText text) {
        for (String placeholder : Placeholders.namesIn(text.ja() + text.en())) {
            if (!Placeholders.isKnown(placeholder)) {
                body.errors()
                        .add(
                                body.pointer() + "/" + name,
                                "unknown-placeholder",
                                "{%s} は使えません。{customer}, {subject}, {evidence.名前} が使えます。".formatted(placeholder),
                                "{%s} is unknown; use {customer}, {subject} or {evidence.name}."
                                        .formatted(placeholder));
            }
        }
    }
}
