package dev.minori.simulators.kintone.record;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.query.Asker;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What all endpoints about records share: where records are, who asks, and what he may see. */
public final class Records {

    private final Database database;
    private final Access access;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the time zone of callers that have none of their own */
    public Records(Database database, Access access, Clock clock, ZoneId zone) {
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.zone = zone;
    }

    Database database() {
        return database;
    }

    Access access() {
        return access;
    }

    Clock clock() {
        return clock;
    }

    Asker asker(KintoneCall call) {
        return new Asker(
                call.caller().code(), clock.instant(), call.caller().zone().orElse(zone));
    }

    RecordRights rights(App app, KintoneCall call) {
        return new RecordRights(app, call.caller(), asker(call));
    }

    /** Opens an app's records for writing; the app is locked until the transaction ends. */
    RecordTable table(Connection connection, App app, Lookups lookups, KintoneCall call) throws SQLException {
        return new RecordTable(connection, app, lookups, rights(app, call), call.caller(), clock.instant());
    }

    /** Refuses when there is no such record, or the caller may not see it. */
    void requireVisible(Connection connection, App app, long id, RecordRights rights) throws SQLException {
        if (Sql.number(connection, "select count(*) from " + app.table() + " where id = ?", id) == 0) {
            throw KintoneFault.noRecord(String.valueOf(id));
        }
        rights.require(connection, id, RecordRights.Right.VIEW);
    }

    /** Writes one record as {@code record.json} shows it, with what the caller may see of it. */
    void document(Connection connection, JsonBytes json, App app, long id, RecordRights rights) throws SQLException {
        RecordJson layout = new RecordJson(app, null, rights::mayRead);
        RecordRights.Condition visible = rights.allowed(RecordRights.Right.VIEW);
        List<Object> parameters = new ArrayList<>(List.of(id));
        parameters.addAll(visible.parameters());
        int found =
                ReadEndpoints.rows(connection, json, layout, app, " where id = ? and " + visible.sql(), parameters, "");
        if (found == 0) {
            requireVisible(connection, app, id, rights);
        }
    }
}
