package dev.minori.simulators.salesforce.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SalesforceIdTest {

    @Test
    void checksumMatchesAPublishedExample() {
        // The id in the REST API guide's example of creating a record.
        assertThat(SalesforceId.normalise("001D000000IqhSL")).contains("001D000000IqhSLIAZ");
        assertThat(SalesforceId.normalise("001D000000IqhSLIAZ")).contains("001D000000IqhSLIAZ");
    }

    @Test
    void everyNumberHasItsOwnIdAndTheyGrow() {
        String last = "";
        for (long number : new long[] {1, 2, 61, 62, 63, 3843, 3844, 1_000_000, 900_000_001L}) {
            String id = SalesforceId.of("001", number);
            assertThat(id).hasSize(18).startsWith("001");
            assertThat(SalesforceId.normalise(id)).contains(id);
            assertThat(SalesforceId.normalise(id.substring(0, 15))).contains(id);
            assertThat(id.compareTo(last)).isPositive();
            last = id;
        }
    }

    @Test
    void checksumRestoresTheCaseOfAnUpperCasedId() {
        String id = SalesforceId.of("a00", 123_456_789_012L);
        assertThat(id).isNotEqualTo(id.toUpperCase(Locale.ROOT));
        assertThat(SalesforceId.normalise(id.toUpperCase(Locale.ROOT))).contains(id);
    }

    @Test
    void refusesWhatIsNoId() {
        assertThat(SalesforceId.normalise("0015iM000")).isEmpty();
        assertThat(SalesforceId.normalise("001D000000IRFm!")).isEmpty();
        assertThat(SalesforceId.normalise("001D000000IRFma!!!")).isEmpty();
    }
}
