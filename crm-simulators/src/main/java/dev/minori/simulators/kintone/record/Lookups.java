package dev.minori.simulators.kintone.record;

import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.Lookup;
import dev.minori.simulators.store.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies what lookup fields bring with them, at the time of writing. The caller must be able to see the other app. */
final class Lookups {

    private final Map<AppField, Optional<App>> sources = new LinkedHashMap<>();

    private Lookups() {}

    /** The lookups of an app, with the apps that the caller may look into. */
    static Lookups of(App app, Access access, KintoneCall call) throws SQLException {
        Lookups lookups = new Lookups();
        for (AppField field : app.fields()) {
            Lookup lookup = field.lookup();
            if (lookup != null) {
                lookups.sources.put(field, access.readable(call, lookup.app()));
            }
        }
        return lookups;
    }

    /** Adds the copied values to those of a record. */
    void copy(Connection connection, App app, Map<AppField, @Nullable Object> values) throws SQLException {
        for (Map.Entry<AppField, Optional<App>> entry : sources.entrySet()) {
            AppField field = entry.getKey();
            Lookup lookup = field.lookup();
            if (lookup == null || !values.containsKey(field)) {
                continue;
            }
            Object value = values.get(field);
            Map<String, @Nullable Object> found =
                    value == null ? Map.of() : find(connection, entry.getValue(), field, lookup, value);
            for (Map.Entry<String, String> copy : lookup.copies().entrySet()) {
                app.field(copy.getKey()).ifPresent(target -> values.put(target, found.get(copy.getValue())));
            }
        }
    }

    private static Map<String, @Nullable Object> find(
            Connection connection, Optional<App> source, AppField field, Lookup lookup, Object value)
            throws SQLException {
        Optional<AppField> key = source.flatMap(app -> app.field(lookup.key()));
        if (source.isEmpty() || key.isEmpty()) {
            throw notFound(field, value);
        }
        App app = source.get();
        List<Map<String, @Nullable Object>> rows = Sql.list(
                connection,
                row -> values(row, app, lookup),
                "select * from " + app.table() + " where " + app.column(key.get()) + " = ? order by id limit 1",
                value);
        if (rows.isEmpty()) {
            throw notFound(field, value);
        }
        return rows.getFirst();
    }

    private static Map<String, @Nullable Object> values(ResultSet row, App app, Lookup lookup) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String code : lookup.copies().values()) {
            Optional<AppField> field =
                    app.field(code).filter(known -> !known.type().system());
            if (field.isPresent()) {
                values.put(code, value(row, app.column(field.get()), field.get()));
            }
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, String column, AppField field) throws SQLException {
        return switch (field.type()) {
            case NUMBER -> row.getBigDecimal(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case TIME -> row.getObject(column, LocalTime.class);
            case DATETIME -> Sql.instant(row, column);
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT, RADIO_BUTTON, DROP_DOWN -> row.getString(column);
            case CALC -> number(row.getString(column));
            case CHECK_BOX,
                    MULTI_SELECT,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    STATUS,
                    STATUS_ASSIGNEE,
                    SUBTABLE,
                    RECORD_NUMBER,
                    CREATOR,
                    MODIFIER,
                    CREATED_TIME,
                    UPDATED_TIME -> throw KintoneFault.notOffered("copying " + field.type() + " by a lookup");
        };
    }

    /** A calculated number is copied into a number field. */
    private static @Nullable BigDecimal number(@Nullable String calculated) {
        try {
            return calculated == null || calculated.isEmpty() ? null : new BigDecimal(calculated);
        } catch (NumberFormatException e) {
            throw KintoneFault.notOffered("copying calculated days and times by a lookup");
        }
    }

    /** Words as recorded from real tenants: https://github.com/kintone/js-sdk/issues/767 and public fixtures. */
    private static KintoneFault notFound(AppField field, Object value) {
        return KintoneFault.of(
                400,
                "GAIA_LO04",
                "フィールド「" + field.code() + "」の値「" + value + "」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。",
                "A value " + value + " in the field " + field.code()
                        + " does not exist in the datasource app for lookup,"
                        + " or you do not have permission to view the app or the field.");
    }
}
