package dev.minori.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.scoring.document.Documents;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.segment.Segment;
import dev.minori.scoring.segment.SegmentRules;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every new workspace begins with is valid and covers what it promises. */
class StarterContentTest {
    private final ExpressionLanguage language = new ExpressionLanguage();

    @Test
    void theStandardScorecardIsValidAndHasAllThreeFamilies() throws Exception {
        Scorecard card = read("scorecards/standard", Scorecard.class);

        assertThat(new ScorecardRules(language).check(card)).isEmpty();
        assertThat(card.measures().stream().map(Scorecard.Measure::family).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Scorecard.Family.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"band-fell", "contract-ending", "mail-words"})
    void theSegmentsAreValid(String key) throws Exception {
        Segment segment = read("segments/" + key, Segment.class);

        assertThat(segment.key()).isEqualTo(key);
        assertThat(new SegmentRules(language).check(segment)).isEmpty();
    }

    private static <T> T read(String name, Class<T> type) throws Exception {
        try (InputStream yaml = StarterContentTest.class.getResourceAsStream("/starter/" + name + ".yaml")) {
            return Documents.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8), type);
        }
    }
}
