package dev.minori.simulators.kintone.record;

import dev.minori.simulators.kintone.Caller;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.Permissions;
import dev.minori.simulators.kintone.query.Asker;
import dev.minori.simulators.kintone.query.QueryCompiler;
import dev.minori.simulators.kintone.query.QueryParser;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller may do with single records and fields of an app. API tokens are treated as the administrator, who is
 * met by rules for him and for everybody.
 */
final class RecordRights {

    private final App app;
    private final Caller caller;
    private final Asker asker;
    private final Permissions permissions;

    RecordRights(App app, Caller caller, Asker asker) {
        this.app = app;
        this.caller = caller;
        this.asker = asker;
        this.permissions = app.permissions();
    }

    /** What may be done with a record. */
    enum Right {
        VIEW,
        EDIT,
        DELETE;

        boolean of(Permissions.RecordRight right) {
            return switch (this) {
                case VIEW -> right.viewable();
                case EDIT -> right.viewable() && right.editable();
                case DELETE -> right.viewable() && right.deletable();
            };
        }
    }

    /** SQL that holds for the records with a right. */
    record Condition(String sql, List<Object> parameters) {}

    /** The records that something may be done with: the first rule that a record meets decides. */
    Condition allowed(Right right) {
        if (permissions.recordRules().isEmpty()) {
            return new Condition("true", List.of());
        }
        StringBuilder sql = new StringBuilder("(case");
        List<Object> parameters = new ArrayList<>();
        for (Permissions.RecordRule rule : permissions.recordRules()) {
            sql.append(" when ");
            append(sql, parameters, rule.filterCond());
            sql.append(" then (case when false then false");
            for (Permissions.RecordRight one : rule.entities()) {
                sql.append(" when ");
                if (one.entity().type().equals("FIELD_ENTITY")) {
                    append(sql, parameters, one.entity().code() + " in (LOGINUSER())");
                } else {
                    sql.append(caller.is(one.entity()));
                }
                sql.append(" then ").append(right.of(one));
            }
            sql.append(" else false end)");
        }
        return new Condition(sql.append(" else true end)").toString(), List.copyOf(parameters));
    }

    private void append(StringBuilder sql, List<Object> parameters, String condition) {
        QueryCompiler.Compiled compiled = QueryCompiler.compile(QueryParser.parseWithoutWindow(condition), app, asker);
        sql.append(compiled.condition());
        parameters.addAll(compiled.parameters());
    }

    boolean has(Connection connection, long id, Right right) throws SQLException {
        Condition condition = allowed(right);
        List<Object> parameters = new ArrayList<>(List.of(id));
        parameters.addAll(condition.parameters());
        return Sql.number(
                        connection,
                        "select count(*) from " + app.table() + " where id = ? and " + condition.sql(),
                        parameters.toArray())
                > 0;
    }

    void require(Connection connection, long id, Right right) throws SQLException {
        if (!permissions.recordRules().isEmpty() && !has(connection, id, right)) {
            throw KintoneFault.mayNot();
        }
    }

    boolean mayRead(AppField field) {
        return accessibility(field) != Permissions.Accessibility.NONE;
    }

    boolean mayWrite(AppField field) {
        return accessibility(field) == Permissions.Accessibility.WRITE;
    }

    private Permissions.Accessibility accessibility(AppField field) {
        Optional<Permissions.FieldRule> rule = permissions.fieldRules().stream()
                .filter(one -> one.code().equals(field.code()))
                .findFirst();
        return rule.map(one -> one.entities().stream()
                        .filter(right -> caller.is(right.entity()))
                        .findFirst()
                        .map(Permissions.FieldRight::accessibility)
                        .orElse(Permissions.Accessibility.NONE))
                .orElse(Permissions.Accessibility.WRITE);
    }
}
