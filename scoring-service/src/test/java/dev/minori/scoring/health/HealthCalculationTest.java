package dev.minori.scoring.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.HealthBand;
import dev.minori.events.Origin;
import dev.minori.kit.id.Ids;
import dev.minori.kit.testing.FrozenClock;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.expression.ValueType;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Band;
import dev.minori.scoring.scorecard.Scorecard.Family;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.Missing;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import dev.minori.scoring.scorecard.Scorecard.Polarity;
import dev.minori.scoring.scorecard.Scorecard.ScalePoint;
import dev.minori.scoring.scorecard.Scorecard.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a score is made anew, and for how long a value that is no longer known stands. */
class HealthCalculationTest {
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final UUID CARD = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void aValueIsCarriedForItsDaysAndThenExcluded() {
        CurrentHealth first = score(START, null, 60.0, 80.0).orElseThrow();

        assertThat(score(START.plus(Duration.ofDays(30)), first, null, 80.0))
                .as("carried: nothing differs")
                .isEmpty();
        CurrentHealth expired =
                score(START.plus(Duration.ofDays(31)), first, null, 80.0).orElseThrow();
        assertThat(expired.points()).isEqualTo(80.0);
        assertThat(expired.coverage()).isEqualTo(0.5);
    }

    @Test
    void theDaysCountFromTheLastTimeTheScoreWasSeenToHold() {
        CurrentHealth first = score(START, null, 60.0, 80.0).orElseThrow();
        CurrentHealth seenLater = evaluated(first, START.plus(Duration.ofDays(100)));

        assertThat(score(START.plus(Duration.ofDays(125)), seenLater, null, 80.0))
                .isEmpty();
    }

    @Test
    void aValueThatWasNeverKnownIsNotCarried() {
        CurrentHealth first = score(START, null, null, 80.0).orElseThrow();

        assertThat(first.points()).isEqualTo(80.0);
        assertThat(first.band()).isEqualTo(HealthBand.GOOD);
    }

    @Test
    void aMeasureThatMovesBeyondItsScaleIsExplainedAnewAlthoughThePointsStay() {
        CurrentHealth first = score(START, null, 60.0, 120.0).orElseThrow();

        CurrentHealth next = score(START.plusSeconds(60), first, 60.0, 130.0).orElseThrow();

        assertThat(next.points()).isEqualTo(first.points());
        assertThat(next.scoreId()).isNotEqualTo(first.scoreId());
        assertThat(next.measures().get("use")).isEqualTo(new MeasureMemory(130.0, 130.0, START.plusSeconds(60)));
        assertThat(score(START.plusSeconds(120), next, 60.0, 130.0))
                .as("nothing moved")
                .isEmpty();
    }

    private static Optional<CurrentHealth> score(
            Instant now, @Nullable CurrentHealth previous, @Nullable Double carried, @Nullable Double plain) {
        HealthCalculation calculation = new HealthCalculation(
                new Ids(FrozenClock.at(now.toString())), new ActiveDocument<>(CARD, 1, card()), Map.of(), now);
        SetRow row = new SetRow(CUSTOMER, CUSTOMER, "x", List.of(value(carried), value(plain)), Map.of());
        return calculation.next(row, previous, Origin.LIVE).map(NewScore::health);
    }

    private static SetRow.Value value(@Nullable Double number) {
        return new SetRow.Value(ValueType.NUMBER, number == null ? null : number.toString(), List.of());
    }

    private static CurrentHealth evaluated(CurrentHealth health, Instant at) {
        return new CurrentHealth(
                health.customerId(),
                health.scoreId(),
                health.points(),
                health.band(),
                health.coverage(),
                health.previousPoints(),
                health.previousBand(),
                health.memory(),
                health.reasonJa(),
                health.reasonEn(),
                health.measures(),
                health.scorecardId(),
                health.scorecardVersion(),
                health.calculatedAt(),
                at);
    }

    private static Scorecard card() {
        return new Scorecard(
                "k",
                new LocalText("", ""),
                1,
                0.5,
                2,
                List.of(
                        measure("nps", new Missing(MissingPolicy.CARRY_FORWARD, 30)),
                        measure("use", new Missing(MissingPolicy.EXCLUDE, null))),
                List.of(
                        new Band(HealthBand.AT_RISK, 0, 40),
                        new Band(HealthBand.WATCH, 40, 70),
                        new Band(HealthBand.GOOD, 70, 100)),
                null);
    }

    private static Measure measure(String key, Missing missing) {
        return new Measure(
                key,
                Family.USAGE,
                new LocalText(key, key),
                "1",
                Unit.POINTS,
                Polarity.HIGHER_IS_BETTER,
                List.of(new ScalePoint(0, 0), new ScalePoint(100, 100)),
                1,
                missing);
    }
}
