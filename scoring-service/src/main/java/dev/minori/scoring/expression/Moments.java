package dev.minori.scoring.expression;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Tells what moment it is in a workspace. */
@ApplicationScoped
public class Moments {
    private final WorkspaceTimes times;
    private final CompleteDays completeDays;
    private final Clock clock;

    Moments(WorkspaceTimes times, CompleteDays completeDays, Clock clock) {
        this.times = times;
        this.completeDays = completeDays;
        this.clock = clock;
    }

    /** The moment, empty while the workspace is not known. */
    public Optional<Moment> find(UUID workspaceId) {
        return times.zone(workspaceId).map(zone -> moment(workspaceId, zone));
    }

    /** The moment; a problem while the workspace is not known. */
    public Moment now(UUID workspaceId) {
        return find(workspaceId)
                .orElseThrow(() -> new ProblemException(
                        KitProblem.CONFLICT,
                        new Wording(
                                "ワークスペースの設定がまだ届いていません。しばらくしてからもう一度お試しください。",
                                "The settings of this workspace have not arrived yet. Try again shortly.")));
    }

    private Moment moment(UUID workspaceId, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
        LocalDate usageUntil = completeDays
                .usageUntil(workspaceId)
                .filter(day -> day.isBefore(yesterday))
                .orElse(yesterday);
        return new Moment(workspaceId, zone, now, usageUntil);
    }
}
