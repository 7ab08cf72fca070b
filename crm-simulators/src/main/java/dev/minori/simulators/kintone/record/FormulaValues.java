package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.formula.FormulaException;
import dev.minori.simulators.kintone.formula.Value;
import dev.minori.simulators.store.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Between stored values and those of formulas. An empty number counts as 0; a result that cannot be had, or that does
 * not fit the field's format, shows as nothing. Source: https://github.com/SonicGarden/kintone-emulator
 * (doc/kintone-calc-behavior.md), recorded on a real tenant.
 */
final class FormulaValues {

    private static final long DAY = 86_400;

    private FormulaValues() {}

    static Value ofColumn(App app, AppField field, ResultSet row) throws SQLException {
        return switch (field.type()) {
            case NUMBER -> number(row.getBigDecimal(app.column(field)));
            case DATE -> day(row.getObject(app.column(field), LocalDate.class));
            case TIME -> timeOfDay(row.getObject(app.column(field), LocalTime.class));
            case DATETIME -> moment(Sql.instant(row, app.column(field)));
            case CREATED_TIME -> moment(Sql.instant(row, "created_at"));
            case UPDATED_TIME -> moment(Sql.instant(row, "updated_at"));
            case SINGLE_LINE_TEXT, RADIO_BUTTON, DROP_DOWN -> text(row.getString(app.column(field)));
            case CHECK_BOX, MULTI_SELECT -> choices(row.getArray(app.column(field)));
            case LINK,
                    MULTI_LINE_TEXT,
                    RICH_TEXT,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    CALC,
                    STATUS,
                    STATUS_ASSIGNEE,
                    SUBTABLE,
                    RECORD_NUMBER,
                    CREATOR,
                    MODIFIER -> new Value.Nothing();
        };
    }

    static Value ofCell(AppField column, JsonNode cell) {
        String text = cell.isValueNode() && !cell.isNull() ? cell.asText() : "";
        return switch (column.type()) {
            case NUMBER -> number(text.isEmpty() ? null : new BigDecimal(text));
            case DATE -> day(text.isEmpty() ? null : LocalDate.parse(text));
            case TIME -> timeOfDay(text.isEmpty() ? null : LocalTime.parse(text));
            case DATETIME ->
                moment(text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant());
            case CHECK_BOX, MULTI_SELECT -> {
                List<Value> chosen = new ArrayList<>();
                cell.forEach(one -> chosen.add(Value.of(one.asText())));
                yield new Value.Many(chosen);
            }
            default -> text(text);
        };
    }

    private static Value number(@Nullable BigDecimal number) {
        return Value.of(number == null ? BigDecimal.ZERO : number);
    }

    private static Value text(@Nullable String text) {
        return Value.of(text == null ? "" : text);
    }

    private static Value day(@Nullable LocalDate day) {
        return day == null ? new Value.Nothing() : Value.of(day.toEpochDay() * DAY);
    }

    private static Value timeOfDay(@Nullable LocalTime time) {
        return time == null ? new Value.Nothing() : Value.of(time.toSecondOfDay());
    }

    private static Value moment(@Nullable Instant instant) {
        return instant == null ? new Value.Nothing() : Value.of(instant.getEpochSecond());
    }

    private static Value choices(@Nullable Array array) throws SQLException {
        List<Value> chosen = new ArrayList<>();
        if (array != null) {
            for (Object one : (Object[]) array.getArray()) {
                chosen.add(Value.of(String.valueOf(one)));
            }
        }
        return new Value.Many(chosen);
    }

    /** A result as its field shows it; empty when there is none. */
    static String shown(App app, AppField field, Supplier<Value> result) {
        try {
            return shown(app, field, result.get());
        } catch (FormulaException e) {
            return "";
        }
    }

    private static String shown(App app, AppField field, Value result) {
        if (field.type() != FieldType.CALC) {
            return switch (result) {
                case Value.Text(String text) -> text;
                case Value.Num(BigDecimal number) ->
                    RecordJson.plain(app.precision().round(number));
                case Value.Many _, Value.Nothing _ -> "";
            };
        }
        if (!(result instanceof Value.Num(BigDecimal number))) {
            return "";
        }
        long seconds = number.setScale(0, RoundingMode.FLOOR).longValue();
        return switch (field.format() == null ? "NUMBER" : field.format()) {
            case "DATETIME" ->
                Instant.ofEpochSecond(seconds).truncatedTo(ChronoUnit.MINUTES).toString();
            case "DATE" ->
                Instant.ofEpochSecond(seconds)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString();
            case "TIME" -> clock(Math.floorMod(seconds, DAY));
            case "HOUR_MINUTE", "DAY_HOUR_MINUTE" -> (seconds < 0 ? "-" : "") + clock(Math.abs(seconds));
            default -> {
                BigDecimal rounded = app.precision().round(number);
                yield app.precision().fits(rounded) ? RecordJson.plain(rounded) : "";
            }
        };
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
    }
}
