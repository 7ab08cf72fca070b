package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.bulk.Csv;
import dev.minori.simulators.salesforce.bulk.RowOutcome;
import dev.minori.simulators.salesforce.record.RecordWrites;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of a batch, in their order and in the job's format. Source: Bulk API Developer Guide, "Get Batch
 * Results".
 */
final class AsyncOutcomes {

    private AsyncOutcomes() {}

    static byte[] written(AsyncJob.Format format, List<RowOutcome> outcomes) throws IOException {
        return switch (format) {
            case CSV -> csv(outcomes);
            case XML ->
                AsyncDocuments.xml(
                        "results",
                        Map.of(
                                "result",
                                outcomes.stream().map(one -> result(one, false)).toList()));
            case JSON ->
                Json.bytes(outcomes.stream().map(one -> result(one, true)).toList());
        };
    }

    private static byte[] csv(List<RowOutcome> outcomes) throws IOException {
        StringWriter out = new StringWriter();
        Csv.write(out, List.of("Id", "Success", "Created", "Error"), ',', "\n");
        for (RowOutcome outcome : outcomes) {
            List<String> cells = switch (outcome) {
                case RowOutcome.Done(RecordWrites.Saved saved) ->
                    List.of(saved.id(), "true", String.valueOf(saved.created()), "");
                case RowOutcome.Refused refused -> List.of("", "false", "false", refused.text());
            };
            Csv.write(out, cells, ',', "\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param complete with the members that say nothing, which XML leaves out */
    private static Map<String, Object> result(RowOutcome outcome, boolean complete) {
        Map<String, Object> result = new LinkedHashMap<>();
        List<Map<String, Object>> errors = new ArrayList<>();
        boolean created = false;
        String id = null;
        switch (outcome) {
            case RowOutcome.Done(RecordWrites.Saved saved) -> {
                id = saved.id();
                created = saved.created();
            }
            case RowOutcome.Refused(String code, String message, List<String> fields) -> {
                Map<String, Object> error = new LinkedHashMap<>();
                error.put("fields", fields);
                error.put("message", message);
                error.put("statusCode", code);
                errors.add(error);
            }
        }
        result.put("errors", errors);
        if (id != null || complete) {
            result.put("id", id);
        }
        result.put("success", errors.isEmpty());
        result.put("created", created);
        return result;
    }
}
