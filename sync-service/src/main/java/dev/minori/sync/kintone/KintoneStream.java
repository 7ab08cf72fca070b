package dev.minori.sync.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order of {@code $id}, 500 at a time, each request beginning behind the last id. Cursors would be
 * limited to ten a domain and offsets to 10,000.
 */
final class KintoneStream implements RecordStream {
    static final int PAGE = 500;

    private final KintoneApi api;
    private final ReadPlan plan;
    private final long appId;
    private final boolean idsOnly;
    private final @Nullable String condition;
    private KintonePosition position;
    private boolean ended;
    private @Nullable Long announced;

    KintoneStream(
            KintoneApi api, ReadPlan plan, boolean idsOnly, @Nullable String condition, @Nullable ResumePoint resume) {
        this.api = api;
        this.plan = plan;
        this.appId = Long.parseLong(plan.schema().objectName());
        this.idsOnly = idsOnly;
        this.condition = condition;
        this.position =
                resume == null || resume.position().isEmpty() ? KintonePosition.START : KintonePosition.of(resume);
    }

    /** How many records the plan has. */
    static long count(KintoneApi api, ReadPlan plan) {
        String condition = plan.filter() == null ? "" : "(" + plan.filter() + ") ";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app", Long.parseLong(plan.schema().objectName()));
        body.put("totalCount", true);
        body.put("query", condition + "order by $id asc limit 1");
        body.put("fields", List.of("$id"));
        return api.records(Long.parseLong(plan.schema().objectName()), body)
                .body()
                .path("totalCount")
                .asLong();
    }

    @Override
    public Optional<RecordChunk> next() {
        if (ended) {
            return Optional.empty();
        }
        KintoneApi.Answer answer = api.records(appId, request());
        if (position.isStart()) {
            position = position.begunAt(answer.serverTime());
            JsonNode total = answer.body().path("totalCount");
            announced = total.isMissingNode() || total.isNull() ? null : total.asLong();
        }
        List<SourceRecord> records = new ArrayList<>();
        for (JsonNode row : answer.body().path("records")) {
            SourceRecord record = idsOnly ? KintoneRecords.idOnly(row) : KintoneRecords.read(plan, row);
            position = position.after(row.path("$id").path("value").asLong(), record.changedAt());
            records.add(record);
        }
        ended = records.size() < PAGE;
        return Optional.of(new RecordChunk(records, position.toResumePoint()));
    }

    @Override
    public @Nullable Instant coveredUntil() {
        return position.coveredUntil();
    }

    @Override
    public @Nullable Long announced() {
        return announced;
    }

    @Override
    public void close() {
        ended = true;
    }

    private Map<String, Object> request() {
        List<String> conditions = new ArrayList<>();
        if (plan.filter() != null) {
            conditions.add("(" + plan.filter() + ")");
        }
        if (condition != null) {
            conditions.add(condition);
        }
        conditions.add("$id > " + position.lastId());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app", appId);
        if (position.isStart()) {
            body.put("totalCount", true);
        }
        body.put("query", String.join(" and ", conditions) + " order by $id asc limit " + PAGE);
        body.put(
                "fields",
                idsOnly
                        ? List.of("$id")
                        : plan.fields().stream().map(SourceField::code).toList());
        return body;
    }
}
