package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.ProcessManagement;
import dev.minori.simulators.kintone.query.QueryCompiler;
import dev.minori.simulators.kintone.query.QueryParser;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Process management: actions on one record or a hundred, and changes of who has to act. An action counts as two
 * revisions. Source: https://cybozu.dev/ja/kintone/docs/rest-api/records/update-status/; codes and words of the errors
 * as recorded on real tenants (https://github.com/SonicGarden/kintone-emulator, doc/real-kintone-dual-mode-followup.md).
 */
public final class StatusEndpoints {

    private static final int MAX_ASSIGNEES = 100;

    private final Records records;
    private final Webhooks webhooks;

    public StatusEndpoints(Records records, Webhooks webhooks) {
        this.records = records;
        this.webhooks = webhooks;
    }

    /** {@code PUT record/status.json}. */
    public void act(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        RecordTable.Saved saved = acted(call, app, List.of(call.parameters())).getFirst();
        webhooks.changed(call, app, "UPDATE_STATUS", saved.id());
        call.json(Map.of("revision", String.valueOf(saved.revision())));
    }

    /** {@code PUT records/status.json}: up to a hundred, all or none. */
    public void actAll(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (RecordTable.Saved saved : acted(call, app, WriteEndpoints.list(call, "records", "更新"))) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", String.valueOf(saved.id()));
            answer.put("revision", String.valueOf(saved.revision()));
            answers.add(answer);
        }
        call.json(Map.of("records", answers));
    }

    private List<RecordTable.Saved> acted(KintoneCall call, App app, List<JsonNode> requests) throws SQLException {
        Lookups lookups = Lookups.of(app, records.access(), call);
        return records.database().transact(connection -> {
            RecordTable table = records.table(connection, app, lookups, call);
            List<RecordTable.Saved> done = new ArrayList<>();
            for (JsonNode request : requests) {
                done.add(one(call, app, table, request));
            }
            return done;
        });
    }

    private RecordTable.Saved one(KintoneCall call, App app, RecordTable table, JsonNode request) throws SQLException {
        ProcessManagement process = process(app);
        RecordTable.Known known = found(call, table, request);
        String name = request.path("action").asText("");
        if (name.isEmpty()) {
            throw KintoneFault.required("action");
        }
        ProcessManagement.Action action =
                process.action(name, String.valueOf(known.status())).orElseThrow(StatusEndpoints::otherStatus);
        if (!offered(call, app, table, known.id(), action)) {
            throw otherStatus();
        }
        JsonNode assignees = known.json().getOrDefault(App.STATUS_ASSIGNEE, JsonNodeFactory.instance.arrayNode());
        ArrayNode others = without(assignees, call.caller().code());
        if (!assignees.isEmpty() && others.size() == assignees.size()) {
            throw KintoneFault.of(403, "GAIA_NT01", "作業者のみがステータスを変更できます。", "Only Assignee can change the status.");
        }
        boolean all = process.state(action.from())
                .map(ProcessManagement.State::assignee)
                .filter(assignee -> assignee.type().equals("ALL"))
                .isPresent();
        if (all && !others.isEmpty()) {
            return table.move(known, action.from(), others, 1);
        }
        ProcessManagement.State next = process.state(action.to()).orElseThrow(StatusEndpoints::otherStatus);
        ArrayNode chosen = chosen(table, known, next, request.path("assignee").asText(""));
        return table.move(known, next.name(), chosen, 2);
    }

    private static ProcessManagement process(App app) {
        return app.process()
                .orElseThrow(() -> KintoneFault.of(
                        400,
                        "GAIA_ST02",
                        "操作に失敗しました。プロセス管理機能が無効化されています。",
                        "Your request failed. The process management feature has been disabled."));
    }

    private static RecordTable.Known found(KintoneCall call, RecordTable table, JsonNode request) throws SQLException {
        long id = call.number(request.path("id"), "id");
        RecordTable.Known known = table.find(id).orElseThrow(() -> KintoneFault.noRecord(String.valueOf(id)));
        table.require(id, RecordRights.Right.VIEW);
        WriteEndpoints.checkRevision(call, request.path("revision"), known);
        return known;
    }

    /** Some actions are offered for records that meet a condition only. */
    private boolean offered(KintoneCall call, App app, RecordTable table, long id, ProcessManagement.Action action)
            throws SQLException {
        String condition = action.filterCond();
        if (condition == null || condition.isEmpty()) {
            return true;
        }
        QueryCompiler.Compiled compiled = QueryCompiler.compile(
                        QueryParser.parseWithoutWindow(condition), app, records.asker(call))
                .limitedTo("id = ?", List.of(id));
        return Sql.number(
                        table.connection(),
                        "select count(*) from " + app.table() + compiled.where(),
                        compiled.parameters().toArray())
                > 0;
    }

    private static KintoneFault otherStatus() {
        return KintoneFault.of(
                400,
                "GAIA_IL03",
                "ステータスの変更に失敗しました。ほかのユーザーがステータス、またはステータスの設定を変更した可能性があります。",
                "Failed to update the status. The settings or the status itself may have been changed by someone.");
    }

    private static ArrayNode without(JsonNode users, String code) {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (JsonNode user : users) {
            if (!user.path("code").asText().equals(code)) {
                others.add(user);
            }
        }
        return others;
    }

    /** Who has to act in the next status. Where one of several is to be chosen, the caller has to choose. */
    private static ArrayNode chosen(
            RecordTable table, RecordTable.Known known, ProcessManagement.State next, String wanted)
            throws SQLException {
        ProcessManagement.Assignee assignee = next.assignee();
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        if (assignee == null || assignee.entities().isEmpty()) {
            return chosen;
        }
        List<ObjectNode> candidates = People.of(table.connection(), assignee.entities(), known);
        if (!assignee.type().equals("ONE")) {
            return chosen.addAll(candidates);
        }
        if (wanted.isEmpty()) {
            throw KintoneFault.of(400, "GAIA_SA01", "作業者を指定してください。", "Assignee is required.");
        }
        return chosen.add(candidates.stream()
                .filter(person -> person.path("code").asText().equals(wanted))
                .findFirst()
                .orElseThrow(() -> KintoneFault.invalid(
                        "assignee",
                        "ユーザー（code：" + wanted + "）は、作業者に指定できません。",
                        "The user (code: " + wanted + ") cannot be the assignee.")));
    }

    /** {@code PUT record/assignees.json}. Needs the right to manage the app. */
    public void assign(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", rights -> rights.view() && rights.manage());
        ProcessManagement process = process(app);
        JsonNode given = call.parameters().path("assignees");
        if (!given.isArray()) {
            throw KintoneFault.required("assignees");
        }
        Lookups lookups = Lookups.of(app, records.access(), call);
        RecordTable.Saved saved = records.database().transact(connection -> {
            RecordTable table = records.table(connection, app, lookups, call);
            RecordTable.Known known = found(call, table, call.parameters());
            String status = String.valueOf(known.status());
            boolean one = process.state(status)
                    .map(ProcessManagement.State::assignee)
                    .filter(assignee -> assignee.type().equals("ONE"))
                    .isPresent();
            if (given.size() > (one ? 1 : MAX_ASSIGNEES)) {
                throw KintoneFault.invalid(
                        "assignees",
                        one ? "作業者は1人だけ指定できます。" : "作業者は" + MAX_ASSIGNEES + "人まで指定できます。",
                        one
                                ? "Only one assignee can be specified."
                                : "Up to " + MAX_ASSIGNEES + " assignees can be specified.");
            }
            ArrayNode assignees = JsonNodeFactory.instance.arrayNode();
            for (JsonNode code : given) {
                assignees.add(People.user(connection, code.asText()));
            }
            return table.move(known, status, assignees, 1);
        });
        call.json(Map.of("revision", String.valueOf(saved.revision())));
    }
}
