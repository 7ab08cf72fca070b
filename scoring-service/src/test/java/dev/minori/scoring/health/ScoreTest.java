package dev.minori.scoring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.minori.events.HealthBand;
import dev.minori.events.HealthEvent.Reason;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.health.ScoreChange.Cause;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Band;
import dev.minori.scoring.scorecard.Scorecard.Cap;
import dev.minori.scoring.scorecard.Scorecard.Family;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.Missing;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import dev.minori.scoring.scorecard.Scorecard.Polarity;
import dev.minori.scoring.scorecard.Scorecard.ScalePoint;
import dev.minori.scoring.scorecard.Scorecard.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void isTheWeightedMeanOfWhatTheMeasuresAreWorth() {
        Scorecard card = card(measure("a", 3, MissingPolicy.EXCLUDE), measure("b", 1, MissingPolicy.EXCLUDE));

        Score score = Score.of(card, Map.of("a", 80.0, "b", 20.0));

        assertThat(score.points()).isEqualTo(65.0);
        assertThat(score.band()).isEqualTo(HealthBand.WATCH);
        assertThat(score.coverage()).isEqualTo(1.0);
    }

    @Test
    void lowerBoundsBelongToTheirBandAndOneHundredToTheTop() {
        Scorecard card = card(measure("a", 1, MissingPolicy.EXCLUDE));

        assertThat(card.bandOf(39.99)).isEqualTo(HealthBand.AT_RISK);
        assertThat(card.bandOf(40)).isEqualTo(HealthBand.WATCH);
        assertThat(card.bandOf(70)).isEqualTo(HealthBand.GOOD);
        assertThat(card.bandOf(100)).isEqualTo(HealthBand.GOOD);
    }

    @Test
    void missingValuesFollowThePolicyOfTheirMeasure() {
        Map<String, @Nullable Double> onlyA = Map.of("a", 80.0);

        Score excluded =
                Score.of(card(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 1, MissingPolicy.EXCLUDE)), onlyA);
        Score worst =
                Score.of(card(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 1, MissingPolicy.WORST)), onlyA);
        Score unknown =
                Score.of(card(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 1, MissingPolicy.UNKNOWN)), onlyA);

        assertThat(excluded.points()).isEqualTo(80.0);
        assertThat(excluded.coverage()).isEqualTo(0.5);
        assertThat(worst.points()).isEqualTo(40.0);
        assertThat(unknown.points()).isNull();
        assertThat(unknown.band()).isEqualTo(HealthBand.UNKNOWN);
    }

    @Test
    void withTooLittleKnownHealthIsUnknownAndNeverANumber() {
        Scorecard card = card(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 3, MissingPolicy.EXCLUDE));

        assertThat(Score.of(card, Map.of("a", 90.0)).band()).isEqualTo(HealthBand.UNKNOWN);
        assertThat(Score.of(card, Map.of()).points()).isNull();
    }

    @Test
    void anExceptionCapsTheScoreAndSaysHowMuchItTook() {
        Scorecard card = new Scorecard(
                "k",
                new LocalText("", ""),
                1,
                0.5,
                2,
                List.of(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 3, MissingPolicy.EXCLUDE)),
                bands(),
                List.of(new Cap(new LocalText("赤", "red"), "a", 20, 40)));

        Score score = Score.of(card, Map.of("a", 10.0, "b", 90.0));

        assertThat(score.points()).isEqualTo(40.0);
        assertThat(score.caps())
                .singleElement()
                .satisfies(cap -> assertThat(cap.taken()).isEqualTo(30.0, within(1e-9)));
    }

    @Test
    void thePartsOfAChangeSumToItWhateverChanged() {
        Random random = new Random(3);
        MissingPolicy[] policies = {MissingPolicy.EXCLUDE, MissingPolicy.WORST};
        for (int round = 0; round < 500; round++) {
            Scorecard before = random(random, policies);
            Scorecard after = random.nextBoolean() ? before : random(random, policies);
            Map<String, @Nullable Double> old = values(random);
            Map<String, @Nullable Double> now = values(random);

            ScoreChange change = ScoreChange.between(before, old, after, now);

            Double from = Score.of(before, old).points();
            Double to = Score.of(after, now).points();
            if (from != null && to != null) {
                assertThat(change.delta()).isEqualTo(to - from, within(1e-9));
                assertThat(change.parts().stream()
                                .mapToDouble(ScoreChange.Part::delta)
                                .sum())
                        .isEqualTo(to - from, within(1e-6));
            }
        }
    }

    @Test
    void aValueThatVanishedIsNotBlamedOnData() {
        Scorecard card = card(measure("a", 1, MissingPolicy.EXCLUDE), measure("b", 1, MissingPolicy.EXCLUDE));

        ScoreChange change = ScoreChange.between(card, Map.of("a", 100.0, "b", 50.0), card, Map.of("a", 100.0));

        assertThat(change.parts()).singleElement().satisfies(part -> {
            assertThat(part.cause()).isEqualTo(Cause.MISSING_VALUE);
            assertThat(part.measureKey()).isEqualTo("b");
            assertThat(part.delta()).isEqualTo(25.0);
        });
    }

    @Test
    void reasonsSpeakAsACustomerSuccessManagerWould() {
        Measure trend = new Measure(
                "trend",
                Family.USAGE,
                new LocalText("直近28日の利用者数", "Active users in the last 28 days"),
                "1",
                Unit.CHANGE,
                Polarity.HIGHER_IS_BETTER,
                List.of(new ScalePoint(-1, 0), new ScalePoint(1, 100)),
                1,
                new Missing(MissingPolicy.EXCLUDE, null));
        Scorecard card = card(trend);
        Map<String, @Nullable Double> before = Map.of("trend", 0.1);
        Map<String, @Nullable Double> after = Map.of("trend", -0.52);

        List<Reason> reasons = Reasons.of(card, ScoreChange.between(card, before, card, after), before, after);

        assertThat(reasons).singleElement().satisfies(reason -> {
            assertThat(reason.textJa()).isEqualTo("直近28日の利用者数が52%減りました");
            assertThat(reason.textEn()).isEqualTo("Active users in the last 28 days fell by 52%");
            assertThat(reason.pointsDelta()).isEqualTo(-31.0, within(1e-9));
        });
    }

    @Test
    void aBandThatFellRecoversOnlyWithAMargin() {
        Scorecard card = card(measure("a", 1, MissingPolicy.EXCLUDE));
        BandMemory memory = BandMemory.NONE.after(card, null, points(card, 80), NOW);
        assertThat(memory.fellAt()).isNull();

        memory = memory.after(card, HealthBand.GOOD, points(card, 69), NOW);
        assertThat(memory.fellFrom()).isEqualTo(HealthBand.GOOD);
        memory = memory.after(card, HealthBand.WATCH, points(card, 30), NOW.plusSeconds(1));
        assertThat(memory.fellFrom()).isEqualTo(HealthBand.GOOD);
        assertThat(memory.fellAt()).isEqualTo(NOW.plusSeconds(1));
        memory = memory.after(card, HealthBand.AT_RISK, Score.of(card, Map.of()), NOW);
        memory = memory.after(card, HealthBand.UNKNOWN, points(card, 71), NOW);
        assertThat(memory.fellAt()).as("71 is not yet 70 + 2").isNotNull();
        memory = memory.after(card, HealthBand.GOOD, points(card, 72), NOW);
        assertThat(memory.fellAt()).isNull();
    }

    private static Score points(Scorecard card, double points) {
        return Score.of(card, Map.of("a", points));
    }

    private static Scorecard random(Random random, MissingPolicy... policies) {
        return new Scorecard(
                "k",
                new LocalText("", ""),
                1,
                0,
                2,
                List.of(
                        measure("a", 1 + random.nextInt(5), policies[random.nextInt(policies.length)]),
                        measure("b", 1 + random.nextInt(5), policies[random.nextInt(policies.length)]),
                        measure("c", 1 + random.nextInt(5), policies[random.nextInt(policies.length)])),
                bands(),
                List.of(new Cap(new LocalText("赤", "red"), "a", 30, 35)));
    }

    private static Map<String, @Nullable Double> values(Random random) {
        Map<String, @Nullable Double> values = new HashMap<>();
        for (String key : List.of("a", "b", "c")) {
            if (random.nextInt(4) > 0) {
                values.put(key, random.nextDouble() * 140 - 20);
            }
        }
        return values;
    }

    private static Scorecard card(Measure... measures) {
        return new Scorecard("k", new LocalText("", ""), 1, 0.5, 2, List.of(measures), bands(), null);
    }

    private static List<Band> bands() {
        return List.of(
                new Band(HealthBand.AT_RISK, 0, 40),
                new Band(HealthBand.WATCH, 40, 70),
                new Band(HealthBand.GOOD, 70, 100));
    }

    private static Measure measure(String key, double weight, MissingPolicy policy) {
        return new Measure(
                key,
                Family.USAGE,
                new LocalText(key, key),
                "1",
                Unit.POINTS,
                Polarity.HIGHER_IS_BETTER,
                List.of(new ScalePoint(0, 0), new ScalePoint(100, 100)),
                weight,
                new Missing(policy, null));
    }
}
