package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicationComponentTest {

    private static final DateTimeFormatter REST = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void backToNow() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
        control("PATCH", "/orgs/demo", "{\"coveredLag\":\"PT0S\"}");
    }

    private Instant now() {
        return Instant.parse(control("GET", "/clock", "").path("now").asText());
    }

    private Answer changes(String kind, Instant start, Instant end) {
        return demo.get("/sobjects/Account/" + kind + "/?start=" + encoded(start.toString()) + "&end="
                + encoded(end.toString()));
    }

    private static Instant covered(Answer answer) {
        return OffsetDateTime.parse(answer.json().path("latestDateCovered").asText(), REST)
                .toInstant();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void changesAndDeletionsAreToldByTheMinute() {
        Instant start = now();
        String kept = demo.create("Account", "{\"Name\":\"残る\"}");
        String gone = demo.create("Account", "{\"Name\":\"消える\"}");
        demo.call("DELETE", "/sobjects/Account/" + gone, "");
        control("POST", "/clock", "{\"offset\":\"PT2M\"}");
        Answer updated = changes("updated", start, now());
        assertThat(texts(updated.json().path("ids"))).contains(kept).doesNotContain(gone);
        assertThat(covered(updated)).isEqualTo(now().truncatedTo(ChronoUnit.MINUTES));
        Answer deleted = changes("deleted", start, now());
        assertThat(deleted.json().path("deletedRecords").findValuesAsText("id"))
                .contains(gone)
                .doesNotContain(kept);
        assertThat(deleted.json().path("earliestDateAvailable").asText()).endsWith("+0000");
        demo.call("DELETE", "/sobjects/Account/" + kept, "");
    }

    @Test
    void whatIsNotCoveredYetIsNotTold() {
        control("PATCH", "/orgs/demo", "{\"coveredLag\":\"PT1H\"}");
        Instant start = now().minus(Duration.ofHours(2));
        String fresh = demo.create("Account", "{\"Name\":\"まだ\"}");
        control("POST", "/clock", "{\"offset\":\"PT2M\"}");
        Answer early = changes("updated", start, now());
        assertThat(texts(early.json().path("ids"))).doesNotContain(fresh);
        assertThat(covered(early)).isBefore(now().minus(Duration.ofHours(1)).plusSeconds(1));
        control("POST", "/clock", "{\"offset\":\"PT1H5M\"}");
        assertThat(texts(changes("updated", covered(early), now()).json().path("ids")))
                .contains(fresh);
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
        demo.call("DELETE", "/sobjects/Account/" + fresh, "");
    }

    @Test
    void anEmptiedRecycleBinStillTellsAndAPurgedLogRefuses() {
        Instant start = now();
        String gone = demo.create("Account", "{\"Name\":\"捨てる\"}");
        demo.call("DELETE", "/sobjects/Account/" + gone, "");
        assertThat(demo.get("/queryAll?q=" + encoded("SELECT Id FROM Account WHERE Id = '" + gone + "'"))
                        .json()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
        assertThat(control("POST", "/orgs/demo/recyclebin/empty", "")
                        .path("removed")
                        .asInt())
                .isPositive();
        assertThat(demo.get("/queryAll?q=" + encoded("SELECT Id FROM Account WHERE Id = '" + gone + "'"))
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();
        control("POST", "/clock", "{\"offset\":\"PT2M\"}");
        assertThat(changes("deleted", start, now())
                        .json()
                        .path("deletedRecords")
                        .findValuesAsText("id"))
                .contains(gone);
        control("POST", "/orgs/demo/deletions/purge", "");
        control("POST", "/clock", "{\"offset\":\"PT4M\"}");
        Answer refused = changes("deleted", start.minus(Duration.ofMinutes(2)), now());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_REPLICATION_DATE");
    }

    @Test
    void spansMustBeWhole() {
        Instant now = now();
        for (Answer refused : List.of(
                changes("updated", now, now),
                changes("updated", now.minus(Duration.ofDays(31)), now),
                changes("deleted", now.minus(Duration.ofDays(16)), now))) {
            assertThat(refused.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_REPLICATION_DATE");
        }
        assertThat(demo.get("/sobjects/Account/updated").status()).isEqualTo(400);
    }

    @Test
    void rowsOfALongTransactionAreSeenAfterTheirStamp() {
        control("POST", "/orgs/demo/rows/late", "{\"object\":\"Account\",\"delay\":\"PT10M\"}");
        String late;
        try {
            late = demo.create("Account", "{\"Name\":\"遅い\"}");
        } finally {
            control("POST", "/orgs/demo/rows/late", "{\"object\":\"Account\",\"delay\":\"PT0S\"}");
        }
        String soql = "SELECT SystemModstamp FROM Account WHERE Id = '" + late + "'";
        Instant written = now();
        assertThat(demo.query(soql).json().path("totalSize").asInt()).isZero();
        control("POST", "/clock", "{\"offset\":\"PT11M\"}");
        JsonNode seen = demo.query(soql).json();
        assertThat(seen.path("totalSize").asInt()).isEqualTo(1);
        assertThat(OffsetDateTime.parse(
                                seen.path("records")
                                        .get(0)
                                        .path("SystemModstamp")
                                        .asText(),
                                REST)
                        .toInstant())
                .as("its stamp lies before reads that did not see it")
                .isBeforeOrEqualTo(written);
        demo.call("DELETE", "/sobjects/Account/" + late, "");
    }
}
