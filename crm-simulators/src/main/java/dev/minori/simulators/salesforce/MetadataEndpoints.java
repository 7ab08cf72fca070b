package dev.minori.simulators.salesforce;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.Describe;
import dev.minori.simulators.salesforce.schema.ObjectType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Versions, resources, describe and limits. */
final class MetadataEndpoints {

    private static final int DAILY_BULK_JOBS = 10_000;
    private static final int DAILY_BULK_STORAGE_MB = 976_562;

    /** {@code GET /services/data}: needs no session. */
    void versions(Exchange exchange) throws IOException {
        List<Map<String, Object>> versions = new ArrayList<>();
        for (int number = ApiVersions.OLDEST; number <= ApiVersions.NEWEST; number++) {
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("label", ApiVersions.label(number));
            version.put("url", "/services/data/v" + number + ".0");
            version.put("version", number + ".0");
            versions.add(version);
        }
        exchange.respond(200, "application/json;charset=UTF-8", Json.bytes(versions));
    }

    /** {@code GET /services/data/vXX.X}. Names only what is offered. */
    void resources(Call call) throws IOException {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("composite", call.dataRoot() + "/composite");
        resources.put("jobs", call.dataRoot() + "/jobs");
        resources.put("limits", call.dataRoot() + "/limits");
        resources.put("query", call.dataRoot() + "/query");
        resources.put("queryAll", call.dataRoot() + "/queryAll");
        resources.put("sobjects", call.dataRoot() + "/sobjects");
        call.json(200, resources);
    }

    /** {@code GET /sobjects}. */
    void globalDescribe(Call call) throws IOException {
        call.json(200, Describe.global(call.schema(), call.dataRoot()));
    }

    /** {@code GET /sobjects/{object}}. */
    void objectInfo(Call call) throws IOException {
        ObjectType object = call.object();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("objectDescribe", Describe.summary(object, call.dataRoot(), false));
        document.put("recentItems", List.of());
        call.json(200, document);
    }

    /** {@code GET /sobjects/{object}/describe}. */
    void describe(Call call) throws IOException {
        call.json(200, Describe.object(call.schema(), call.object(), call.dataRoot()));
    }

    /** {@code GET /limits}: the limits this simulator counts. */
    void limits(Call call) throws IOException {
        Org org = call.org();
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put(
                "DailyApiRequests",
                limit(org.dailyLimit(), org.dailyLimit() - org.usage().calls()));
        limits.put("DailyBulkV2QueryFileStorageMB", limit(DAILY_BULK_STORAGE_MB, DAILY_BULK_STORAGE_MB));
        limits.put("DailyBulkV2QueryJobs", limit(DAILY_BULK_JOBS, DAILY_BULK_JOBS));
        call.json(200, limits);
    }

    private static Map<String, Object> limit(int max, int remaining) {
        Map<String, Object> limit = new LinkedHashMap<>();
        limit.put("Max", max);
        limit.put("Remaining", Math.max(0, remaining));
        return limit;
    }
}
