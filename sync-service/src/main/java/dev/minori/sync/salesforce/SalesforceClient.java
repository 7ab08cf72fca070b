package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.Assurance;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.ObjectSummary;
import dev.minori.sync.source.ReadEstimate;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceUser;
import dev.minori.sync.source.Verdict;
import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import dev.minori.sync.source.http.HttpCaller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads one Salesforce org: REST for what is small, Bulk API 2.0 for what is large. */
public final class SalesforceClient implements SourceClient {
    /** Salesforce's own advice: beyond this many records use Bulk. */
    private static final int BULK_FROM = 2_000;

    /** Salesforce refuses longer request lines; wide objects are read in Bulk, whose query travels in the body. */
    private static final int MAX_URL = 12_000;

    /** Up to here pages cost no more calls than a job does, with its creation, its polls and its end. */
    private static final int PAGED_TO = 12_000;

    /** An Id as it stands in an address, with its quotes and its comma. */
    private static final int ID_LENGTH = 27;

    private final SalesforceLogin login;
    private final SalesforceApi api;
    private final SalesforceCensus census;
    private final SalesforceReplication replication;
    private final String apiVersion;
    private final SalesforceJoins joins;

    public SalesforceClient(SalesforceAccess access, HttpCaller http, Clock clock) {
        this.login = new SalesforceLogin(access, http, clock);
        this.api = new SalesforceApi(access, login, http, clock);
        this.census = new SalesforceCensus(api);
        this.replication = new SalesforceReplication(api, clock);
        this.apiVersion = access.apiVersion();
        this.joins = new SalesforceJoins(this::description, clock);
    }

    @Override
    public Verdict test() {
        try {
            List<String> names = objects().stream().map(ObjectSummary::name).toList();
            List<String> wanted = List.of("Account", "Contact", "Contract", "Case", "EmailMessage", "User");
            List<String> readable = wanted.stream().filter(names::contains).toList();
            return new Verdict(
                    true,
                    true,
                    apiVersion,
                    readable.isEmpty() ? names.stream().limit(6).toList() : readable,
                    new Wording(
                            "接続できました。APIバージョン" + apiVersion + "、参照できるオブジェクトは" + names.size() + "個です。",
                            "Connected. API version " + apiVersion + ", " + names.size() + " objects can be read."));
        } catch (SourceException failed) {
            boolean reachable = failed.failure() != SourceFailure.UNREACHABLE;
            boolean authorised = reachable && failed.failure() != SourceFailure.UNAUTHORISED;
            return new Verdict(reachable, authorised, null, List.of(), failed.wording());
        }
    }

    @Override
    public List<ObjectSummary> objects() {
        return api.get(api.base() + "/sobjects").stream("sobjects")
                .filter(object -> object.path("queryable").asBoolean(true))
                .map(object -> new ObjectSummary(
                        object.path("name").asText(),
                        object.path("label").asText(),
                        object.path("custom").asBoolean()))
                .toList();
    }

    @Override
    public SourceSchema describe(String objectName) {
        return SalesforceDescribe.schema(description(objectName));
    }

    private JsonNode description(String objectName) {
        return api.get(api.base() + "/sobjects/" + encode(objectName) + "/describe")
                .body();
    }

    @Override
    public SourceSchema joined(SourceSchema schema, Set<String> codes) {
        return joins.joined(schema, codes);
    }

    @Override
    public RecordStream readAll(ReadPlan plan, @Nullable ResumePoint resume) {
        Integer atMost = plan.atMost();
        if (atMost != null && atMost < BULK_FROM && isShort(Soql.all(plan))) {
            return RestQueryStream.whole(api, plan, Soql.all(plan), resume);
        }
        if (resume != null && BulkPosition.isOne(resume)) {
            return new BulkStream(api, plan, BulkPosition.of(resume));
        }
        boolean isBegun = resume != null && RestQueryStream.isBegun(resume);
        if (isBegun || (isShort(Soql.all(plan)) && count(plan) < BULK_FROM)) {
            return RestQueryStream.whole(api, plan, Soql.all(plan), resume);
        }
        return new BulkStream(api, plan, BulkPosition.START);
    }

    @Override
    public List<WindowCount> census(ReadPlan plan) {
        return census.byMonth(plan);
    }

    @Override
    public List<WindowCount> census(ReadPlan plan, Window within) {
        return census.byDay(plan, within);
    }

    @Override
    public RecordStream readWindow(ReadPlan plan, WindowCount window) {
        ReadPlan part = SalesforceCensus.within(plan, window.window());
        return isShort(Soql.all(part)) && window.records() < PAGED_TO
                ? RestQueryStream.whole(api, part, Soql.all(part), null)
                : new BulkStream(api, part, BulkPosition.START);
    }

    @Override
    public List<SourceRecord> readByIds(ReadPlan plan, List<String> ids) {
        int room = MAX_URL - encode(Soql.all(plan)).length();
        if (room < ID_LENGTH) {
            throw tooWide();
        }
        List<SourceRecord> found = new ArrayList<>();
        int atOnce = Math.clamp(room / ID_LENGTH, 1, 400);
        for (int from = 0; from < ids.size(); from += atOnce) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + atOnce));
            ReadPlan part = plan.and(Soql.among(some));
            try (RecordStream stream = RestQueryStream.whole(api, part, Soql.all(part), null)) {
                for (Optional<RecordChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                    found.addAll(chunk.get().records());
                }
            }
        }
        return found;
    }

    @Override
    public List<String> driftFields(ReadPlan plan) {
        return plan.fields().stream()
                .filter(field -> field.role() == FieldRole.FORMULA)
                .map(SourceField::code)
                .toList();
    }

    @Override
    public Optional<Assurance> assure(String objectName, @Nullable Instant since) {
        return replication.assure(objectName, since);
    }

    @Override
    public RecordStream readChanges(ReadPlan plan, Instant since, @Nullable ResumePoint resume) {
        Instant from = since;
        String afterId = null;
        if (resume != null && !RestQueryStream.isBegun(resume) && !BulkPosition.isOne(resume)) {
            String[] parts = resume.position().split("\\|", -1);
            from = Instant.parse(parts[0]);
            afterId = parts[1];
        }
        List<RestQueryStream.Query> queries = new ArrayList<>();
        queries.add(new RestQueryStream.Query(Soql.changes(plan, from, afterId), true, false));
        if (plan.filter() != null) {
            queries.add(new RestQueryStream.Query(Soql.leavers(plan, since), true, true));
        }
        if (!isShort(queries.getFirst().soql())) {
            throw tooWide();
        }
        return RestQueryStream.ordered(api, plan, queries);
    }

    @Override
    public boolean tellsDeletions() {
        return true;
    }

    @Override
    public RecordStream scanIds(ReadPlan plan) {
        return RestQueryStream.whole(api, plan, Soql.ids(plan), null);
    }

    @Override
    public Optional<ReadEstimate> estimate(ReadPlan plan) {
        long records = count(plan);
        // Beside the pages: describing the object and counting; in Bulk also making the job, asking for it, deleting
        // it.
        long calls = isShort(Soql.all(plan)) && records < BULK_FROM
                ? 2 + Math.max(1, Math.ceilDiv(records, BULK_FROM))
                : 5 + Math.max(1, Math.ceilDiv(records, BulkStream.pageSize(plan)));
        return Optional.of(new ReadEstimate(records, calls));
    }

    @Override
    public List<SourceUser> users() {
        List<SourceUser> users = new ArrayList<>();
        String path = api.base() + "/query?q=" + encode("SELECT Id, Name, Email, IsActive FROM User");
        while (path != null) {
            JsonNode page = api.get(path).body();
            StreamSupport.stream(page.path("records").spliterator(), false)
                    .map(SalesforceClient::user)
                    .forEach(users::add);
            path = page.path("nextRecordsUrl").isTextual()
                    ? page.path("nextRecordsUrl").asText()
                    : null;
        }
        return users;
    }

    @Override
    public Optional<String> recordUrl(String objectName, String recordId) {
        return Optional.of(
                login.token().instanceUrl() + "/lightning/r/" + encode(objectName) + "/" + encode(recordId) + "/view");
    }

    @Override
    public Optional<ApiAllowance> allowance() {
        return api.allowance();
    }

    private static SourceException tooWide() {
        return new SourceException(
                SourceFailure.REFUSED,
                new Wording(
                        "項目が多すぎるため差分を読めません。テーブルマッピングで取得しない項目を指定してください。",
                        "The object has too many fields for an incremental query: exclude some in the mapping."));
    }

    @Override
    public long count(ReadPlan plan) {
        return api.get(api.base() + "/query?q=" + encode(Soql.count(plan)))
                .body()
                .path("totalSize")
                .asLong();
    }

    private static SourceUser user(JsonNode row) {
        JsonNode email = row.path("Email");
        return new SourceUser(
                row.path("Id").asText(),
                row.path("Name").asText(),
                email.isTextual() ? email.asText() : null,
                row.path("IsActive").asBoolean(true));
    }

    private static boolean isShort(String soql) {
        return encode(soql).length() < MAX_URL;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
