package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pages of REST queries, one after the other. The resume point is stamp and Id of the last record: the server's own
 * cursors do not survive long enough. A read in no order starts anew, but remembers when it first began: what was read
 * then may be gone by now.
 */
final class RestQueryStream implements RecordStream {
    /** One query of the stream. */
    record Query(String soql, boolean withDeleted, boolean asDeleted) {}

    private static final String BEGUN = "begun|";

    private final SalesforceApi api;
    private final ReadPlan plan;
    private final boolean ordered;
    private final Deque<Query> waiting;
    private @Nullable Query current;
    private @Nullable String nextPath;
    private @Nullable Instant startedAt;
    private @Nullable Instant newest;
    private @Nullable Long announced;

    private RestQueryStream(
            SalesforceApi api, ReadPlan plan, boolean ordered, @Nullable Instant startedAt, List<Query> queries) {
        this.api = api;
        this.plan = plan;
        this.ordered = ordered;
        this.startedAt = startedAt;
        this.waiting = new ArrayDeque<>(queries);
    }

    /** The first query gives records in the order of their stamps. */
    static RestQueryStream ordered(SalesforceApi api, ReadPlan plan, List<Query> queries) {
        return new RestQueryStream(api, plan, true, null, queries);
    }

    /** @param resume where an earlier stream of the same read stood, null for the first */
    static RestQueryStream whole(SalesforceApi api, ReadPlan plan, String soql, @Nullable ResumePoint resume) {
        Instant begunAt = resume != null && isBegun(resume)
                ? Instant.parse(resume.position().substring(BEGUN.length()))
                : null;
        return new RestQueryStream(api, plan, false, begunAt, List.of(new Query(soql, false, false)));
    }

    /** Whether a read in no order stood there. */
    static boolean isBegun(ResumePoint resume) {
        return resume.position().startsWith(BEGUN);
    }

    @Override
    public Optional<RecordChunk> next() {
        String path = nextPath;
        if (path == null) {
            Query query = waiting.poll();
            if (query == null) {
                return Optional.empty();
            }
            current = query;
            path = api.base() + (query.withDeleted() ? "/queryAll" : "/query") + "?q="
                    + URLEncoder.encode(query.soql(), StandardCharsets.UTF_8);
        }
        SalesforceApi.Answer page = api.get(path);
        if (startedAt == null) {
            startedAt = page.serverTime();
        }
        if (announced == null && page.body().path("totalSize").isNumber()) {
            announced = page.body().path("totalSize").asLong();
        }
        JsonNode next = page.body().path("nextRecordsUrl");
        nextPath = next.isTextual() && !page.body().path("done").asBoolean(true) ? next.asText() : null;
        boolean asDeleted = current != null && current.asDeleted();
        List<SourceRecord> records = new ArrayList<>();
        page.items("records").forEach(row -> records.add(record(row, asDeleted)));
        return Optional.of(new RecordChunk(records, resumeAfter(records)));
    }

    @Override
    public @Nullable Instant coveredUntil() {
        return ordered ? newest : atMostStart(newest);
    }

    /** What came in no order covers the source up to the start only: a record read early may have changed since. */
    private @Nullable Instant atMostStart(@Nullable Instant stamp) {
        if (stamp == null || startedAt == null) {
            return null;
        }
        return stamp.isBefore(startedAt) ? stamp : startedAt;
    }

    @Override
    public @Nullable Long announced() {
        return announced;
    }

    @Override
    public void close() {
        nextPath = null;
        waiting.clear();
    }

    private SourceRecord record(JsonNode row, boolean asDeleted) {
        SortedMap<String, SourceValue> values = new TreeMap<>();
        for (SourceField field : plan.fields()) {
            JsonNode value = cell(row, field.code());
            if (!value.isMissingNode() && !value.isNull()) {
                String text = value.isValueNode() ? value.asText() : value.toString();
                if (!text.isEmpty()) {
                    values.put(field.code(), ValueHygiene.read(text, field.type()));
                }
            }
        }
        Instant stamp = SalesforceRecords.stamp(plan.schema(), values);
        // The second query sees more than the first did: what changed in between is in no answer yet.
        Instant covered = asDeleted ? atMostStart(stamp) : stamp;
        if (covered != null && (newest == null || covered.isAfter(newest))) {
            newest = covered;
        }
        return new SourceRecord(
                row.path("Id").asText(), stamp, asDeleted || SalesforceRecords.isDeleted(values), values);
    }

    /** Fields of parents lie in them: {@code Account.Name} in {@code Account}. */
    private static JsonNode cell(JsonNode row, String code) {
        if (code.indexOf('.') < 0) {
            return row.path(code);
        }
        JsonNode value = row;
        for (String step : code.split("\\.", -1)) {
            value = value.path(step);
        }
        return value;
    }

    private ResumePoint resumeAfter(List<SourceRecord> records) {
        if (!ordered) {
            return new ResumePoint(startedAt == null ? "" : BEGUN + startedAt);
        }
        if (records.isEmpty() || (current != null && current.asDeleted())) {
            return new ResumePoint("");
        }
        SourceRecord last = records.getLast();
        return new ResumePoint(last.changedAt() + "|" + last.id());
    }
}
