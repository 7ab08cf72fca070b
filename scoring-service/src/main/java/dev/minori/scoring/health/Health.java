package dev.minori.scoring.health;

import dev.minori.events.Origin;
import dev.minori.kit.id.Ids;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.expression.Expression;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Scope;
import dev.minori.scoring.expression.SetQuery;
import dev.minori.scoring.expression.SetReader;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.expression.ValueType;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Computes health, many customers at a time. */
@ApplicationScoped
public class Health {
    private final Scorecards scorecards;
    private final HealthStore store;
    private final SetReader reader;
    private final ExpressionLanguage language;
    private final Ids ids;
    private final Map<HealthCalculation.VersionKey, SetQuery> queries = new ConcurrentHashMap<>();

    Health(Scorecards scorecards, HealthStore store, SetReader reader, ExpressionLanguage language, Ids ids) {
        this.scorecards = scorecards;
        this.store = store;
        this.reader = reader;
        this.language = language;
        this.ids = ids;
    }

    /**
     * Computes these customers anew and keeps what differs.
     *
     * @param origins the customers, each with the origin of its change
     * @return the scores that differ; none while no scorecard is published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<NewScore> compute(Moment moment, Map<UUID, Origin> origins) {
        Optional<ActiveDocument<Scorecard>> active = scorecards.inForce(moment.workspaceId());
        if (active.isEmpty()) {
            return List.of();
        }
        ActiveDocument<Scorecard> scorecard = active.get();
        List<SetRow> rows = reader.read(moment, query(scorecard), origins.keySet());
        Map<UUID, CurrentHealth> previous = store.current(moment.workspaceId(), origins.keySet());
        HealthCalculation calculation =
                new HealthCalculation(ids, scorecard, older(moment.workspaceId(), scorecard, previous), moment.now());
        List<NewScore> scores = new ArrayList<>();
        List<UUID> unchanged = new ArrayList<>();
        for (SetRow row : rows) {
            Origin origin = origins.getOrDefault(row.customerId(), Origin.BACKFILL);
            calculation
                    .next(row, previous.get(row.customerId()), origin)
                    .ifPresentOrElse(scores::add, () -> unchanged.add(row.customerId()));
        }
        store.save(moment.workspaceId(), scores);
        if (scorecard.document().measures().stream()
                .anyMatch(measure -> measure.missing().policy() == Scorecard.MissingPolicy.CARRY_FORWARD)) {
            store.confirm(moment.workspaceId(), unchanged, moment.now());
        }
        return scores;
    }

    private SetQuery query(ActiveDocument<Scorecard> scorecard) {
        return queries.computeIfAbsent(new HealthCalculation.VersionKey(scorecard.id(), scorecard.version()), _ -> {
            List<Expression> values = scorecard.document().measures().stream()
                    .map(measure -> language.compile(Scope.MEASURE, measure.value(), ValueType.NUMBER))
                    .toList();
            return SetQuery.withInputs(Scope.MEASURE, values);
        });
    }

    private Map<HealthCalculation.VersionKey, Scorecard> older(
            UUID workspaceId, ActiveDocument<Scorecard> active, Map<UUID, CurrentHealth> previous) {
        Map<HealthCalculation.VersionKey, Scorecard> cards = new HashMap<>();
        for (CurrentHealth health : previous.values()) {
            HealthCalculation.VersionKey key =
                    new HealthCalculation.VersionKey(health.scorecardId(), health.scorecardVersion());
            boolean same = key.scorecardId().equals(active.id()) && key.version() == active.version();
            if (!same && !cards.containsKey(key)) {
                scorecards
                        .version(workspaceId, key.scorecardId(), key.version())
                        .ifPresent(card -> cards.put(key, card));
            }
        }
        return cards;
    }
}
