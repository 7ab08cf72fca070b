package dev.minori.simulators.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.simulators.RunningSimulators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageCatchUpComponentTest {
    /** The machine's clock, from which the simulators run ahead. */
    private static final Clock WALL = Clock.system(ZoneId.of("Asia/Tokyo"));

    @AfterEach
    void backToToday() {
        RunningSimulators.clockOffset("PT0S");
        RunningSimulators.restart();
        RunningSimulators.control("POST", "/orgs/demo/seed", "{}");
    }

    private static long count(String where) {
        return SalesforceClient.demo()
                .query("SELECT COUNT() FROM DailyUsage__c WHERE " + where)
                .json()
                .path("totalSize")
                .asLong();
    }

    @Test
    void aStartDaysLaterContinuesTheUsageOnceAndKeepsWhatOthersWrote() {
        LocalDate today = LocalDate.now(WALL);
        long yesterday = count("Date__c = " + today.minusDays(1));
        assertThat(yesterday).isGreaterThan(200);
        String account = SalesforceClient.demo()
                .query("SELECT Account__c FROM DailyUsage__c WHERE Date__c = " + today.minusDays(1)
                        + " AND UsageKey__c LIKE 'C-%' LIMIT 1")
                .json()
                .path("records")
                .get(0)
                .path("Account__c")
                .asText();
        String code = SalesforceClient.demo()
                .query("SELECT CustomerCode__c FROM Account WHERE Id = '" + account + "'")
                .json()
                .path("records")
                .get(0)
                .path("CustomerCode__c")
                .asText();
        String written = SalesforceClient.demo()
                .create(
                        "DailyUsage__c",
                        "{\"Account__c\":\"" + account + "\",\"Date__c\":\"" + today + "\",\"UsageKey__c\":\"" + code
                                + "|" + today + "\",\"ActiveUsers__c\":77777}");
        RunningSimulators.clockOffset("P3D");
        RunningSimulators.restart();
        for (int ahead = 0; ahead < 3; ahead++) {
            assertThat(count("Date__c = " + today.plusDays(ahead))).isEqualTo(yesterday);
        }
        assertThat(count("Id = '" + written + "' AND ActiveUsers__c = 77777")).isEqualTo(1);
        RunningSimulators.restart();
        assertThat(count("Date__c >= " + today)).isEqualTo(3 * yesterday);
    }

    @Test
    void aClockSentAheadContinuesTheUsageWhereReadersOfChangesFindIt() {
        LocalDate today = LocalDate.now(WALL);
        long yesterday = count("Date__c = " + today.minusDays(1));
        Instant watermark = WALL.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        RunningSimulators.clockOffset("P2D");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                count("Date__c = " + today.plusDays(1) + " AND SystemModstamp >= " + watermark))
                        .isEqualTo(yesterday));
        assertThat(count("Date__c = " + today + " AND SystemModstamp >= " + watermark))
                .isEqualTo(yesterday);
    }
}
