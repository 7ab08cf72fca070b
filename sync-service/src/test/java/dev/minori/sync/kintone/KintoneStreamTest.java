package dev.minori.sync.kintone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a read of an app may claim to have covered, broken off or not. */
class KintoneStreamTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant FIRST_PAGE = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant AFTER_THE_BREAK = FIRST_PAGE.plus(Duration.ofHours(2));

    private final ScriptedSource kintone = new ScriptedSource(this::page);
    private final KintoneClient client = new KintoneClient(
            new KintoneAccess(URI.create(kintone.url()), List.of(new KintoneAccess.App(2, "token"))),
            new HttpCaller(_ -> true),
            Clock.systemUTC());
    private final ReadPlan plan = new ReadPlan(schema(), null, Set.of());

    @AfterEach
    void close() {
        kintone.close();
    }

    @Test
    void aReadThatGoesOnAfterABreakCoversOnlyWhatItsVeryFirstAnswerCovered() {
        ResumePoint stood;
        try (RecordStream before = client.readAll(plan, null)) {
            RecordChunk first = before.next().orElseThrow();
            assertThat(first.records()).hasSize(500);
            assertThat(before.announced()).isEqualTo(501);
            stood = first.resume();
        }

        try (RecordStream resumed = client.readAll(plan, stood)) {
            assertThat(resumed.next().orElseThrow().records()).hasSize(1);
            assertThat(resumed.next()).isEmpty();

            assertThat(resumed.coveredUntil())
                    .as("a record of the first page may have changed during the break")
                    .isEqualTo(FIRST_PAGE);
        }
    }

    @Test
    void aPlaceThatDoesNotTellWhenItsReadBeganCoversNothing() {
        try (RecordStream resumed = client.readAll(plan, new ResumePoint("500"))) {
            assertThat(resumed.next().orElseThrow().records()).hasSize(1);

            assertThat(resumed.coveredUntil()).isNull();
        }
    }

    /** 500 old records at first; two hours later one more, changed in the meantime. */
    private ScriptedSource.Answer page(String request) {
        return request.contains("$id > 0")
                ? new ScriptedSource.Answer(FIRST_PAGE, records(LongStream.rangeClosed(1, 500), LONG_AGO))
                : new ScriptedSource.Answer(
                        AFTER_THE_BREAK, records(LongStream.of(501), AFTER_THE_BREAK.minusSeconds(600)));
    }

    private static String records(LongStream ids, Instant changed) {
        return ids.mapToObj(id -> "{\"$id\":{\"type\":\"__ID__\",\"value\":\"" + id
                        + "\"},\"更新日時\":{\"type\":\"UPDATED_TIME\",\"value\":\"" + changed + "\"}}")
                .collect(Collectors.joining(",", "{\"totalCount\":\"501\",\"records\":[", "]}"));
    }

    private static SourceSchema schema() {
        return new SourceSchema(
                "2",
                "アンケート回答",
                "$id",
                "更新日時",
                List.of(
                        field("$id", SourceType.NUMBER, FieldRole.KEY),
                        field("更新日時", SourceType.MOMENT, FieldRole.SYSTEM)));
    }

    private static SourceField field(String code, SourceType type, FieldRole role) {
        return new SourceField(code, code, type, code, role, false, true, false, null);
    }
}
