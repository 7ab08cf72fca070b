package dev.minori.playbook.run;

import dev.minori.kit.problem.ProblemException;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import dev.minori.playbook.playbook.Playbooks;
import dev.minori.playbook.playbook.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads runs for people. */
@ApplicationScoped
public class RunDetails {
    private final Runs runs;
    private final RunStore store;
    private final RunLists lists;
    private final Playbooks playbooks;
    private final NoticeStore notices;
    private final Calendars calendars;
    private final Sight sight;

    RunDetails(
            Runs runs,
            RunStore store,
            RunLists lists,
            Playbooks playbooks,
            NoticeStore notices,
            Calendars calendars,
            Sight sight) {
        this.runs = runs;
        this.store = store;
        this.lists = lists;
        this.playbooks = playbooks;
        this.notices = notices;
        this.calendars = calendars;
        this.sight = sight;
    }

    /** A run and where it stands. */
    public record Stood(
            RunRow row, Standing standing, @Nullable Program program) {}

    /** A run with the steps it has entered, and the notices about it. */
    public record Detail(Stood stood, List<RunStep> steps, List<NoticeRecord> notices, ZoneId zone) {}

    private record Version(UUID playbookId, int number) {}

    /**
     * Throws not-found, also for a run of a customer the reader may not see.
     *
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public Detail get(UUID id, @Nullable List<UUID> visibleOwners) {
        PlaybookRun run = runs.get(id);
        sight.check(run.customerId(), visibleOwners);
        ZoneId zone = calendars.ofWorkspace().zone();
        return new Detail(stood(List.of(row(id)), zone).getFirst(), store.listSteps(id), notices.listAbout(id), zone);
    }

    /** Where one run stands. Throws not-found. */
    @Transactional
    public Stood stood(UUID id) {
        return stood(List.of(row(id)), calendars.ofWorkspace().zone()).getFirst();
    }

    /** Newest first, those before the given id. */
    @Transactional
    public List<Stood> list(RunFilter filter, @Nullable UUID before, int limit) {
        return stood(lists.list(filter, before, limit), calendars.ofWorkspace().zone());
    }

    /** How many there are in each state that occurs, by wire name. */
    @Transactional
    public Map<String, Integer> countByState(RunFilter filter) {
        return lists.countByState(filter);
    }

    /** How many that go on stand at each step, by the step's id. */
    @Transactional
    public Map<String, Integer> countByStep(RunFilter filter) {
        return lists.countByStep(filter);
    }

    private RunRow row(UUID id) {
        runs.get(id);
        return lists.find(id).orElseThrow(() -> new IllegalStateException("run " + id + " has no playbook"));
    }

    /** Each version of a playbook is read once, however many runs follow it. */
    private List<Stood> stood(List<RunRow> rows, ZoneId zone) {
        Map<Version, Optional<Program>> programs = new HashMap<>();
        return rows.stream()
                .map(row -> {
                    PlaybookRun run = row.run();
                    Program program = programs.computeIfAbsent(
                                    new Version(run.playbookId(), run.playbookVersion()), this::program)
                            .orElse(null);
                    return new Stood(row, Standing.of(run, program, row.paused(), row.since(), zone), program);
                })
                .toList();
    }

    /** Empty also if it cannot be read any more: such a run is shown with what is kept of it. */
    private Optional<Program> program(Version version) {
        try {
            return playbooks
                    .find(version.playbookId(), version.number())
                    .map(found -> Program.of(found.playbook().steps()));
        } catch (ProblemException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
