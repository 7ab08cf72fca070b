package dev.minori.playbook.step;

import dev.minori.playbook.customer.CustomerHealth;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.notice.Addressee;
import dev.minori.playbook.notice.Notice;
import dev.minori.playbook.notice.NoticeOutcome;
import dev.minori.playbook.notice.Notices;
import dev.minori.playbook.playbook.Playbooks;
import dev.minori.playbook.playbook.Step;
import dev.minori.playbook.run.PlaybookRun;
import dev.minori.playbook.run.StepEffects;
import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.SegmentStore;
import dev.minori.playbook.task.TaskOrigin;
import dev.minori.playbook.task.Tasks;
import dev.minori.playbook.text.LocalText;
import dev.minori.playbook.text.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does the steps. Each effect carries the name of its run and step, so that doing it twice is doing it once. */
@ApplicationScoped
class Steps implements StepEffects {
    private final Tasks tasks;
    private final Notices notices;
    private final Conditions conditions;
    private final CustomerStore customers;
    private final SegmentStore segments;
    private final Playbooks playbooks;

    Steps(
            Tasks tasks,
            Notices notices,
            Conditions conditions,
            CustomerStore customers,
            SegmentStore segments,
            Playbooks playbooks) {
        this.tasks = tasks;
        this.notices = notices;
        this.conditions = conditions;
        this.customers = customers;
        this.segments = segments;
        this.playbooks = playbooks;
    }

    @Override
    public StepResult.Branched ask(PlaybookRun run, Step.Branch branch) {
        return conditions.evaluate(run.customerId(), branch.condition());
    }

    @Override
    public StepResult apply(PlaybookRun run, Step step, StepResult.@Nullable Branched asked) {
        return switch (step) {
            case Step.Task task -> open(run, task);
            case Step.Notify notify -> tell(run, notify);
            case Step.Wait _ -> new StepResult.TimePassed();
            case Step.End _ -> new StepResult.Ended();
            case Step.Branch branch -> {
                if (asked == null) {
                    throw new IllegalArgumentException("branch " + branch.id() + " was not asked");
                }
                yield asked;
            }
        };
    }

    private StepResult open(PlaybookRun run, Step.Task step) {
        Placeholders values = placeholders(run);
        LocalText note = step.note();
        var task = tasks.openForOwner(
                run.customerId(),
                new Tasks.Work(step.title().fill(values), note == null ? null : note.fill(values), quoted(run)),
                step.dueInBusinessDays(),
                new TaskOrigin.FromStep(run.id(), step.id()));
        return new StepResult.TaskOpened(task.id());
    }

    private StepResult tell(PlaybookRun run, Step.Notify step) {
        NoticeOutcome outcome = notices.ask(new Notice(
                "run|" + run.id() + "|" + step.id(),
                run.customerId(),
                "playbook-run",
                run.id(),
                step.templateKey(),
                new Addressee.Around(step.to()),
                data(run, step),
                quoted(run)));
        return switch (outcome) {
            case NoticeOutcome.Asked(UUID requestId, var _) -> new StepResult.Told(requestId);
            case NoticeOutcome.Nobody(String reason) -> new StepResult.NobodyToTell(reason);
        };
    }

    private Map<String, String> data(PlaybookRun run, Step.Notify step) {
        Map<String, String> data = new TreeMap<>();
        stay(run)
                .map(SegmentStay::evidence)
                .orElse(Map.of())
                .forEach((name, value) -> data.put("evidence." + name, value));
        Placeholders values = placeholders(run);
        step.data().forEach((name, text) -> {
            LocalText filled = text.fill(values);
            data.put(name + ".ja", filled.ja());
            data.put(name + ".en", filled.en());
        });
        data.put("runLink", "/playbook-runs/" + run.id());
        playbooks.find(run.playbookId(), run.playbookVersion()).ifPresent(version -> {
            data.put("playbookName.ja", version.playbook().name().ja());
            data.put("playbookName.en", version.playbook().name().en());
        });
        customers.findHealth(run.customerId()).map(CustomerHealth::reason).ifPresent(reason -> {
            data.put("reason.ja", reason.ja());
            data.put("reason.en", reason.en());
        });
        return data;
    }

    private Placeholders placeholders(PlaybookRun run) {
        String customer = customers
                .find(run.customerId())
                .map(CustomerProfile::name)
                .orElseGet(() -> run.customerId().toString());
        return stay(run)
                .map(stay -> stay.placeholders(customer))
                .orElseGet(() -> Placeholders.of(customer, customer, Map.of()));
    }

    private List<UUID> quoted(PlaybookRun run) {
        return stay(run).map(SegmentStay::quotedFactIds).orElse(List.of());
    }

    private Optional<SegmentStay> stay(PlaybookRun run) {
        return Optional.ofNullable(run.membershipId()).flatMap(segments::find);
    }
}
