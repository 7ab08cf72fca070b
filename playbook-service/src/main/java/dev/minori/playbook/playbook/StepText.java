package dev.minori.playbook.playbook;

import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.text.LocalText;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a step is called where people see it. */
public final class StepText {
    private static final DateTimeFormatter JA = DateTimeFormatter.ofPattern("yyyy/MM/dd（E）H:mm", Locale.JAPANESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy (EEE) H:mm", Locale.ENGLISH);

    private StepText() {}

    /** A few words; placeholders of titles stay as they are written. */
    public static LocalText of(Step step) {
        return switch (step) {
            case Step.Task task ->
                new LocalText(
                        "タスク「" + task.title().ja() + "」",
                        "Task: " + task.title().en());
            case Step.Wait wait -> span(wait.span());
            case Step.Branch _ -> new LocalText("条件で分かれる", "Branch on a condition");
            case Step.Notify notify -> told(notify);
            case Step.End _ -> new LocalText("ここで終わる", "End here");
        };
    }

    /** A moment as people read it. */
    public static LocalText moment(LocalDateTime local) {
        return new LocalText(local.format(JA), local.format(EN));
    }

    private static LocalText span(Step.Span span) {
        return switch (span) {
            case Step.Span.BusinessDays(int count) ->
                new LocalText(count + "営業日待つ", "Wait " + count + (count == 1 ? " business day" : " business days"));
            case Step.Span.Days(int count) ->
                new LocalText(count + "日待つ", "Wait " + count + (count == 1 ? " day" : " days"));
            case Step.Span.Until(var local) -> {
                LocalText moment = moment(local);
                yield new LocalText(moment.ja() + "まで待つ", "Wait until " + moment.en());
            }
        };
    }

    private static LocalText told(Step.Notify notify) {
        return switch (notify.to()) {
            case Audience.OWNER ->
                new LocalText("CS担当に通知（" + notify.templateKey() + "）", "Tell the CSM (" + notify.templateKey() + ")");
            case Audience.TEAM ->
                new LocalText(
                        "CS担当のチームに通知（" + notify.templateKey() + "）",
                        "Tell the CSM's team (" + notify.templateKey() + ")");
        };
    }
}
