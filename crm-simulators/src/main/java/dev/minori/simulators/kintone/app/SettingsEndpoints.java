package dev.minori.simulators.kintone.app;

import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What integrations need of an app's settings: general ones, process management and permissions. They are read only. */
public final class SettingsEndpoints {

    private static final List<Permissions.AppRight> OPEN = List.of(
            new Permissions.AppRight(new Entity("CREATOR", null), true, true, true, true, true),
            new Permissions.AppRight(new Entity("GROUP", "everyone"), false, true, true, true, true));

    private final Access access;

    public SettingsEndpoints(Access access) {
        this.access = access;
    }

    /** {@code GET app/settings.json?app=}: above all how exact numbers are. */
    public void settings(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", rights -> true);
        NumberPrecision own = app.precision();
        Map<String, Object> precision = new LinkedHashMap<>();
        precision.put("digits", String.valueOf(own.digits()));
        precision.put("decimalPlaces", String.valueOf(own.decimalPlaces()));
        precision.put("roundingMode", own.roundingMode().name());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", app.name());
        document.put("description", app.description());
        document.put("icon", Map.of("type", "PRESET", "key", "APP72"));
        document.put("theme", "WHITE");
        document.put("titleField", Map.of("selectionMode", "AUTO"));
        document.put("enableThumbnails", true);
        document.put("enableBulkDeletion", false);
        document.put("enableComments", true);
        document.put("enableDuplicateRecord", true);
        document.put("enableInlineRecordEditing", true);
        document.put("numberPrecision", precision);
        document.put("firstMonthOfFiscalYear", "4");
        document.put("revision", AppEndpoints.REVISION);
        call.json(document);
    }

    /** {@code GET app/status.json?app=}: the statuses, or null when process management was never switched on. */
    public void process(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", rights -> true);
        ProcessManagement process = app.process().orElse(null);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("enable", process != null);
        document.put("states", process == null ? null : states(process));
        document.put("actions", process == null ? null : actions(process));
        document.put("revision", AppEndpoints.REVISION);
        call.json(document);
    }

    private static Map<String, Object> states(ProcessManagement process) {
        Map<String, Object> states = new LinkedHashMap<>();
        for (ProcessManagement.State state : process.states()) {
            ProcessManagement.Assignee assignee = state.assignee();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", state.name());
            document.put("index", String.valueOf(states.size()));
            document.put(
                    "assignee",
                    Map.of(
                            "type",
                            assignee == null ? "ONE" : assignee.type(),
                            "entities",
                            assignee == null
                                    ? List.of()
                                    : assignee.entities().stream()
                                            .map(entity -> {
                                                Map<String, Object> member = new LinkedHashMap<>();
                                                member.put("entity", entity(entity));
                                                member.put("includeSubs", false);
                                                return member;
                                            })
                                            .toList()));
            states.put(state.name(), document);
        }
        return states;
    }

    private static List<Map<String, Object>> actions(ProcessManagement process) {
        List<Map<String, Object>> actions = new ArrayList<>();
        for (ProcessManagement.Action action : process.actions()) {
            String condition = action.filterCond();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", action.name());
            document.put("from", action.from());
            document.put("to", action.to());
            document.put("filterCond", condition == null ? "" : condition);
            actions.add(document);
        }
        return actions;
    }

    private static Map<String, @Nullable Object> entity(Entity entity) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("type", entity.type());
        document.put("code", entity.code());
        return document;
    }

    /** {@code GET app/acl.json?app=}. */
    public void appPermissions(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::manage);
        List<Permissions.AppRight> own = app.permissions().app();
        List<Map<String, Object>> rights = new ArrayList<>();
        for (Permissions.AppRight right : own == null ? OPEN : own) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("entity", entity(right.entity()));
            document.put("includeSubs", false);
            document.put("appEditable", right.appEditable());
            document.put("recordViewable", right.recordViewable());
            document.put("recordAddable", right.recordAddable());
            document.put("recordEditable", right.recordEditable());
            document.put("recordDeletable", right.recordDeletable());
            document.put("recordImportable", right.recordAddable());
            document.put("recordExportable", right.recordViewable());
            rights.add(document);
        }
        answer(call, rights);
    }

    /** {@code GET record/acl.json?app=}. */
    public void recordPermissions(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::manage);
        List<Map<String, Object>> rights = new ArrayList<>();
        for (Permissions.RecordRule rule : app.permissions().recordRules()) {
            List<Map<String, Object>> entities = new ArrayList<>();
            for (Permissions.RecordRight right : rule.entities()) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("entity", entity(right.entity()));
                document.put("includeSubs", false);
                document.put("viewable", right.viewable());
                document.put("editable", right.editable());
                document.put("deletable", right.deletable());
                entities.add(document);
            }
            rights.add(Map.of("filterCond", rule.filterCond(), "entities", entities));
        }
        answer(call, rights);
    }

    /** {@code GET field/acl.json?app=}. */
    public void fieldPermissions(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::manage);
        List<Map<String, Object>> rights = new ArrayList<>();
        for (Permissions.FieldRule rule : app.permissions().fieldRules()) {
            List<Map<String, Object>> entities = new ArrayList<>();
            for (Permissions.FieldRight right : rule.entities()) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("entity", entity(right.entity()));
                document.put("includeSubs", false);
                document.put("accessibility", right.accessibility().name());
                entities.add(document);
            }
            rights.add(Map.of("code", rule.code(), "entities", entities));
        }
        answer(call, rights);
    }

    private static void answer(KintoneCall call, List<Map<String, Object>> rights) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rights", rights);
        document.put("revision", AppEndpoints.REVISION);
        call.json(document);
    }
}
