package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One query job of Bulk API 2.0. Results are kept for seven days and may be read any number of times. */
final class BulkJob {
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

    private final SalesforceApi api;
    private final String id;

    private BulkJob(SalesforceApi api, String id) {
        this.api = api;
        this.id = id;
    }

    static BulkJob create(SalesforceApi api, String soql) {
        JsonNode job = api.post(
                        api.base() + "/jobs/query",
                        Map.of(
                                "operation", "query",
                                "query", soql,
                                "contentType", "CSV",
                                "columnDelimiter", "COMMA",
                                "lineEnding", "LF"))
                .body();
        return new BulkJob(api, job.path("id").asText());
    }

    static BulkJob existing(SalesforceApi api, String id) {
        return new BulkJob(api, id);
    }

    String id() {
        return id;
    }

    /** Path of one page of results. */
    String results(@Nullable String locator, int maxRecords) {
        return path() + "/results?maxRecords=" + maxRecords + (locator == null ? "" : "&locator=" + locator);
    }

    /** Asks how the job is. A failed job fails the read; nothing is swallowed and read another way. */
    State state() {
        JsonNode job;
        try {
            job = api.get(path()).body();
        } catch (SourceException gone) {
            if (gone.failure() == SourceFailure.REFUSED) {
                throw new SourceException(SourceFailure.RESUME_LOST, gone.wording(), null, gone);
            }
            throw gone;
        }
        String state = job.path("state").asText();
        return switch (state) {
            case "UploadComplete", "InProgress" -> new State(false, -1, null);
            case "JobComplete" ->
                new State(
                        true,
                        job.path("numberRecordsProcessed").asLong(-1),
                        created(job.path("createdDate").asText("")));
            default -> {
                String reason = job.path("errorMessage").asText(state);
                throw new SourceException(
                        SourceFailure.REFUSED,
                        new Wording(
                                "Salesforceの一括照会ジョブが失敗しました(" + reason + ")。",
                                "Salesforce's bulk query job failed (" + reason + ")."));
            }
        };
    }

    void delete() {
        api.delete(path());
    }

    private String path() {
        return api.base() + "/jobs/query/" + id;
    }

    private static @Nullable Instant created(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text, CREATED).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /**
     * How a job is.
     *
     * @param records how many records it found, −1 if it does not say
     */
    record State(boolean complete, long records, @Nullable Instant createdAt) {}
}
