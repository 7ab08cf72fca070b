package dev.minori.playbook.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the counts of a period beside those of the one it is compared with. */
@ApplicationScoped
public class WorkFigures {
    private final WorkCounts counts;

    WorkFigures(WorkCounts counts) {
        this.counts = counts;
    }

    /**
     * One line.
     *
     * @param before null without a comparison
     */
    public record Line(WorkCount now, @Nullable WorkCount before) {}

    /** Tasks by owner; see {@link WorkCounts#tasks}. */
    @Transactional
    public List<Line> tasks(Periods.Asked asked, @Nullable List<UUID> owners, @Nullable List<UUID> visibleOwners) {
        Period comparison = asked.comparison();
        return join(
                counts.tasks(asked.period(), owners, visibleOwners),
                comparison == null ? null : counts.tasks(comparison, owners, visibleOwners));
    }

    /** Alerts; see {@link WorkCounts#alerts}. */
    @Transactional
    public List<Line> alerts(
            Periods.Asked asked,
            WorkCounts.AlertsBy by,
            @Nullable List<UUID> owners,
            @Nullable List<UUID> visibleOwners) {
        Period comparison = asked.comparison();
        return join(
                counts.alerts(asked.period(), by, owners, visibleOwners),
                comparison == null ? null : counts.alerts(comparison, by, owners, visibleOwners));
    }

    /** The sum of all lines; ages are weighted by what is open. */
    public static Line total(List<Line> lines, boolean compared) {
        return new Line(
                sum(lines.stream().map(Line::now).toList()),
                compared
                        ? sum(lines.stream()
                                .flatMap(line -> Optional.ofNullable(line.before()).stream())
                                .toList())
                        : null);
    }

    private static WorkCount sum(List<WorkCount> all) {
        long open = 0;
        long opened = 0;
        long done = 0;
        long overdue = 0;
        double age = 0;
        for (WorkCount count : all) {
            open += count.open();
            opened += count.opened();
            done += count.done();
            overdue += count.overdue();
            Double average = count.averageAgeDays();
            age += average == null ? 0 : average * count.open();
        }
        return new WorkCount(null, null, open, opened, done, overdue, open == 0 ? null : age / open);
    }

    private static List<Line> join(List<WorkCount> now, @Nullable List<WorkCount> before) {
        if (before == null) {
            return now.stream().map(count -> new Line(count, null)).toList();
        }
        Map<Optional<UUID>, WorkCount> earlier = new LinkedHashMap<>();
        before.forEach(count -> earlier.put(Optional.ofNullable(count.id()), count));
        List<Line> lines = new ArrayList<>();
        for (WorkCount count : now) {
            WorkCount then = earlier.remove(Optional.ofNullable(count.id()));
            lines.add(new Line(count, then == null ? none(count) : then));
        }
        earlier.values().forEach(then -> lines.add(new Line(none(then), then)));
        return lines;
    }

    private static WorkCount none(WorkCount of) {
        return new WorkCount(of.id(), of.name(), 0, 0, 0, 0, null);
    }
}
