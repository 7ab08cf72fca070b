package dev.minori.scoring.expression;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Tells what moment it is in a workspace. */
@ApplicationScoped
public class Moments {
    private final WorkspaceTimes times;
    private final Clock clock;

    Moments(WorkspaceTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** The moment, empty while the workspace is not known. */
    public Optional<Moment> find(UUID workspaceId) {
        return times.zone(workspaceId).map(zone -> new Moment(workspaceId, zone, clock.instant()));
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
}
