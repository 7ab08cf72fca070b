package dev.minori.sync.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.Assurance;
import dev.minori.sync.source.ObjectSummary;
import dev.minori.sync.source.ReadEstimate;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceUser;
import dev.minori.sync.source.Verdict;
import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import dev.minori.sync.source.http.HttpCaller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one kintone domain by API tokens. An object is an app, its name the app's number. */
public final class KintoneClient implements SourceClient {
    private static final String API_VERSION = "v1";

    private final KintoneAccess access;
    private final KintoneApi api;

    public KintoneClient(KintoneAccess access, HttpCaller http, Clock clock) {
        this.access = access;
        this.api = new KintoneApi(access, http, clock);
    }

    @Override
    public Verdict test() {
        try {
            List<String> names = objects().stream()
                    .map(app -> app.label() + " (" + app.name() + ")")
                    .toList();
            return new Verdict(
                    true,
                    true,
                    API_VERSION,
                    names,
                    new Wording(
                            "接続できました。参照できるアプリは" + names.size() + "個です。",
                            "Connected. " + names.size() + " apps can be read."));
        } catch (SourceException failed) {
            boolean reachable = failed.failure() != SourceFailure.UNREACHABLE;
            boolean authorised = reachable && failed.failure() != SourceFailure.UNAUTHORISED;
            return new Verdict(reachable, authorised, null, List.of(), failed.wording());
        }
    }

    @Override
    public List<ObjectSummary> objects() {
        return access.apps().stream()
                .map(app -> new ObjectSummary(String.valueOf(app.appId()), appName(app.appId()), true))
                .toList();
    }

    @Override
    public SourceSchema describe(String objectName) {
        long appId = appId(objectName);
        JsonNode form = api.get(appId, "app/form/fields.json", Map.of("app", objectName, "lang", "ja"));
        return KintoneForm.schema(appId, appName(appId), form);
    }

    @Override
    public RecordStream readAll(ReadPlan plan, @Nullable ResumePoint resume) {
        return new KintoneStream(api, plan, false, null, resume);
    }

    @Override
    public Optional<ReadEstimate> estimate(ReadPlan plan) {
        long records = KintoneStream.count(api, plan);
        // Beside the pages: the form and the app. A full last page is followed by an empty one.
        return Optional.of(new ReadEstimate(records, 3 + records / KintoneStream.PAGE));
    }

    @Override
    public RecordStream readChanges(ReadPlan plan, Instant since, @Nullable ResumePoint resume) {
        String stamp = plan.schema().changeField();
        if (stamp == null) {
            throw new SourceException(
                    SourceFailure.REFUSED,
                    new Wording("アプリに更新日時フィールドがありません。", "The app has no field of type UPDATED_TIME."));
        }
        // Update times have a resolution of one minute: a record may change again within the minute already read.
        String condition = stamp + " >= \"" + since.truncatedTo(ChronoUnit.MINUTES) + "\"";
        return new KintoneStream(api, plan, false, condition, resume);
    }

    @Override
    public boolean tellsDeletions() {
        return false;
    }

    @Override
    public RecordStream scanIds(ReadPlan plan) {
        return new KintoneStream(api, plan, true, null, null);
    }

    @Override
    public long count(ReadPlan plan) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app", appId(plan.schema().objectName()));
        body.put("query", (plan.filter() == null ? "" : plan.filter() + " ") + "order by $id asc limit 1");
        body.put("fields", List.of("$id"));
        body.put("totalCount", true);
        return api.records(appId(plan.schema().objectName()), body)
                .body()
                .path("totalCount")
                .asLong();
    }

    @Override
    public List<WindowCount> census(ReadPlan plan) {
        return List.of(new WindowCount(Window.ALL, count(plan)));
    }

    @Override
    public List<WindowCount> census(ReadPlan plan, Window within) {
        return census(plan);
    }

    @Override
    public RecordStream readWindow(ReadPlan plan, WindowCount window) {
        return new KintoneStream(api, plan, false, null, null);
    }

    @Override
    public List<SourceRecord> readByIds(ReadPlan plan, List<String> ids) {
        List<SourceRecord> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += KintoneStream.PAGE - 1) {
            String among = ids.subList(from, Math.min(ids.size(), from + KintoneStream.PAGE - 1)).stream()
                    .map(id -> "\"" + Long.parseLong(id) + "\"")
                    .collect(Collectors.joining(",", "$id in (", ")"));
            try (RecordStream stream = new KintoneStream(api, plan, false, among, null)) {
                for (Optional<RecordChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                    found.addAll(chunk.get().records());
                }
            }
        }
        return found;
    }

    /** The revision grows with every change; the change stamp only tells the minute. */
    @Override
    public List<String> driftFields(ReadPlan plan) {
        return List.of(KintoneForm.REVISION);
    }

    @Override
    public Optional<Assurance> assure(String objectName, @Nullable Instant since) {
        return Optional.empty();
    }

    @Override
    public List<SourceUser> users() {
        // API tokens cannot list users; owners are linked by the e-mail address or login name in the record.
        return List.of();
    }

    @Override
    public Optional<String> recordUrl(String objectName, String recordId) {
        return Optional.of(
                access.baseUrl().toString().replaceAll("/+$", "") + "/k/" + objectName + "/show#record=" + recordId);
    }

    @Override
    public Optional<ApiAllowance> allowance() {
        return Optional.empty();
    }

    /** The app's name. Who may read the app's records may read it too. */
    private String appName(long appId) {
        JsonNode app = api.get(appId, "app.json", Map.of("id", String.valueOf(appId)));
        return app.path("name").asText(String.valueOf(appId));
    }

    private static long appId(String objectName) {
        try {
            return Long.parseLong(objectName);
        } catch (NumberFormatException _) {
            throw new SourceException(
                    SourceFailure.REFUSED,
                    new Wording("アプリは番号で指定してください: " + objectName, "An app is named by its number, not " + objectName));
        }
    }
}
