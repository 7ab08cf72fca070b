package dev.minori.sync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.http.HttpCaller;
import dev.minori.sync.testing.ScriptedSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a read of changes may claim to have covered, when those that left the filter are asked for by a second query. */
class RestQueryStreamTest {
    private static final Instant WATERMARK = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-11-20T00:10:00Z");
    private static final Instant FIRST_ANSWER = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant LEFT = FIRST_ANSWER.plus(Duration.ofMinutes(20));

    private final ScriptedSource salesforce = new ScriptedSource(this::answer);
    private final SalesforceClient client = new SalesforceClient(
            new SalesforceAccess(
                    URI.create(salesforce.url()),
                    "62.0",
                    new SalesforceAccess.Grant.ClientCredentials("minori", "himitsu")),
            new HttpCaller(_ -> true),
            Clock.systemUTC());
    private Optional<Instant> changed = Optional.of(CHANGED);
    private Instant left = LEFT;
    private volatile Instant clock = FIRST_ANSWER;

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void whoLeftTheFilterLaterThanTheFirstAnswerDoesNotMoveTheWatermarkPastIt() {
        assertThat(covered())
                .as("what changed between the two queries is in neither answer")
                .isEqualTo(FIRST_ANSWER);
    }

    @Test
    void whoLeftTheFilterBeforeIsCoveredAlthoughNothingElseChanged() {
        changed = Optional.empty();
        left = CHANGED;

        assertThat(covered()).isEqualTo(CHANGED);
    }

    @Test
    void aReadThatBeginsAnewAfterABreakCoversOnlyWhatItsFirstBeginningCovered() {
        ReadPlan plan = new ReadPlan(schema(), null, Set.of());
        clock = FIRST_ANSWER;
        ResumePoint stood;
        try (RecordStream before = client.readAll(plan, null)) {
            stood = before.next().orElseThrow().resume();
        }
        clock = FIRST_ANSWER.plus(Duration.ofHours(2));
        changed = Optional.of(FIRST_ANSWER.plus(Duration.ofHours(1)));

        try (RecordStream again = client.readAll(plan, stood)) {
            assertThat(again.next().orElseThrow().records()).hasSize(1);
            assertThat(again.next()).isEmpty();

            assertThat(again.coveredUntil())
                    .as("what was read before the break may have been deleted during it")
                    .isEqualTo(FIRST_ANSWER);
        }
    }

    private Instant covered() {
        ReadPlan plan = new ReadPlan(schema(), "Active__c = true", Set.of());
        try (RecordStream stream = client.readChanges(plan, WATERMARK, null)) {
            int records = 0;
            for (var chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                records += chunk.get().records().size();
            }
            assertThat(records).isEqualTo(changed.isPresent() ? 2 : 1);
            return stream.coveredUntil();
        }
    }

    private ScriptedSource.Answer answer(String request) {
        if (request.contains("/oauth2/token")) {
            return new ScriptedSource.Answer(
                    FIRST_ANSWER, "{\"access_token\":\"t\",\"instance_url\":\"" + salesforce.url() + "\"}");
        }
        return request.contains("NOT")
                ? new ScriptedSource.Answer(LEFT.plusSeconds(60), page("001B", Optional.of(left)))
                : new ScriptedSource.Answer(clock, page("001A", changed));
    }

    private static String page(String id, Optional<Instant> stamp) {
        return stamp.map(at -> "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"" + id
                        + "\",\"SystemModstamp\":\"" + at.toString().replace("Z", ".000+0000") + "\"}]}")
                .orElse("{\"totalSize\":0,\"done\":true,\"records\":[]}");
    }

    private static SourceSchema schema() {
        return new SourceSchema(
                "Account",
                "取引先",
                "Id",
                "SystemModstamp",
                List.of(
                        field("Id", SourceType.TEXT, FieldRole.KEY),
                        field("SystemModstamp", SourceType.MOMENT, FieldRole.SYSTEM)));
    }

    private static SourceField field(String code, SourceType type, FieldRole role) {
        return new SourceField(code, code, type, code, role, false, true, false, null);
    }
}
