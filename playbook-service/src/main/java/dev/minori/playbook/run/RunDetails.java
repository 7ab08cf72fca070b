package dev.minori.playbook.run;

import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import dev.minori.playbook.playbook.Playbooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads runs for people. */
@ApplicationScoped
public class RunDetails {
    private final Runs runs;
    private final RunStore store;
    private final Playbooks playbooks;
    private final NoticeStore notices;
    private final Sight sight;

    RunDetails(Runs runs, RunStore store, Playbooks playbooks, NoticeStore notices, Sight sight) {
        this.runs = runs;
        this.store = store;
        this.playbooks = playbooks;
        this.notices = notices;
        this.sight = sight;
    }

    /** A run with its playbook, the steps it has entered, and the notices about it. */
    public record Detail(PlaybookRun run, Definition playbook, List<RunStep> steps, List<NoticeRecord> notices) {}

    /**
     * Throws not-found, also for a run of a customer the reader may not see.
     *
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public Detail get(UUID id, @Nullable List<UUID> visibleOwners) {
        PlaybookRun run = runs.get(id);
        sight.check(run.customerId(), visibleOwners);
        Definition playbook = playbooks
                .find(run.playbookId(), run.playbookVersion())
                .map(Playbooks.Version::definition)
                .orElseThrow(() -> new IllegalStateException("run " + id + " has no playbook"));
        return new Detail(run, playbook, store.listSteps(id), notices.listAbout(id));
    }

    /** Newest first, those before the given id. */
    @Transactional
    public List<PlaybookRun> list(RunFilter filter, @Nullable UUID before, int limit) {
        return store.list(filter, before, limit);
    }
}
