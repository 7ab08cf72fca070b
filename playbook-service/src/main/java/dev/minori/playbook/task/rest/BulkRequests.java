package dev.minori.playbook.task.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.task.BulkTasks;
import dev.minori.playbook.task.BulkTasks.Action;
import dev.minori.playbook.task.TaskPriority;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same done to many tasks. */
interface BulkRequests {
    /**
     * What is done to which tasks.
     *
     * @param action {@code complete}, {@code snooze}, {@code assign} or {@code cancel}
     * @param outcome for complete
     * @param until for snooze, required there
     * @param ownerMemberId for assign, like dueOn and priority; at least one of them is needed
     * @param reason for cancel, required there
     */
    record Bulk(
            @NotEmpty @Size(max = BulkTasks.MOST) List<@NotNull UUID> ids,

            @NotNull @Pattern(regexp = "complete|snooze|assign|cancel")
            String action,

            @Size(max = 10_000) @Nullable String outcome,
            @Nullable Instant until,
            @Nullable UUID ownerMemberId,
            @Nullable LocalDate dueOn,
            @Pattern(regexp = "high|normal|low") @Nullable String priority,
            @Size(max = 2000) @Nullable String reason) {

        Action toAction() {
            return switch (action) {
                case "complete" -> new Action.Complete(outcome);
                case "snooze" -> new Action.Snooze(given("until", until));
                case "cancel" -> new Action.Cancel(given("reason", reason == null || reason.isBlank() ? null : reason));
                default -> {
                    if (dueOn == null && priority == null) {
                        given("ownerMemberId", ownerMemberId);
                    }
                    yield new Action.Assign(ownerMemberId, dueOn, priority == null ? null : TaskPriority.of(priority));
                }
            };
        }

        private static <T> T given(String field, @Nullable T value) {
            if (value == null) {
                Wording detail = new Wording("この操作には必要です。", "This action needs it.");
                throw new ProblemException(
                        KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/" + field, "required", detail)));
            }
            return value;
        }
    }

    /**
     * What became of one task.
     *
     * @param outcome {@code done}, {@code not-found}, or {@code conflict} if it has ended or wants an answer
     */
    record Result(UUID id, String outcome) {}

    /** What became of each, in the order they were asked. */
    record Answer(List<Result> results, int done) {
        static Answer of(List<UUID> ids, Map<UUID, BulkTasks.Outcome> outcomes) {
            List<Result> results = ids.stream()
                    .distinct()
                    .map(id -> new Result(id, word(outcomes.getOrDefault(id, BulkTasks.Outcome.NOT_FOUND))))
                    .toList();
            int done = (int) outcomes.values().stream()
                    .filter(BulkTasks.Outcome.DONE::equals)
                    .count();
            return new Answer(results, done);
        }

        private static String word(BulkTasks.Outcome outcome) {
            return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
