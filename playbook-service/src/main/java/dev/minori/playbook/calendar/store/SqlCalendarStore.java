package dev.minori.playbook.calendar.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.calendar.CalendarSettings;
import dev.minori.playbook.calendar.CalendarStore;
import dev.minori.playbook.calendar.Closure;
import dev.minori.playbook.calendar.Holiday;
import dev.minori.playbook.text.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calendars in tables {@code business_calendar} and {@code japanese_holiday}. */
@ApplicationScoped
class SqlCalendarStore implements CalendarStore {
    private static final String KEY = "business";

    /** A closure in its column: both ends as {@code --12-29} if it comes every year, else as {@code 2026-08-13}. */
    record Stored(String name, String from, String to) {
        static Stored of(Closure closure) {
            return switch (closure) {
                case Closure.Yearly(var name, var from, var to) -> new Stored(name, from.toString(), to.toString());
                case Closure.Once(var name, var from, var to) -> new Stored(name, from.toString(), to.toString());
            };
        }

        Closure read() {
            return from.startsWith("--")
                    ? new Closure.Yearly(name, MonthDay.parse(from), MonthDay.parse(to))
                    : new Closure.Once(name, LocalDate.parse(from), LocalDate.parse(to));
        }
    }

    private final Database database;

    SqlCalendarStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CalendarSettings> find() {
        return database.one(
                "select * from business_calendar where workspace_id = ? and key = ?",
                SqlCalendarStore::read,
                WorkspaceContext.current(),
                KEY);
    }

    @Override
    public void lock() {
        database.lock("business_calendar|" + WorkspaceContext.current());
    }

    @Override
    public void save(CalendarSettings settings) {
        database.update(
                """
                insert into business_calendar (workspace_id, key, weekend, japanese_holidays, closures, revision)
                values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, key) do update
                set weekend = excluded.weekend, japanese_holidays = excluded.japanese_holidays,
                  closures = excluded.closures, revision = excluded.revision
                """,
                WorkspaceContext.current(),
                KEY,
                settings.weekend().stream().sorted().map(DayOfWeek::name).toArray(String[]::new),
                settings.japaneseHolidays(),
                JsonText.write(settings.closures().stream().map(Stored::of).toList()),
                settings.revision());
    }

    @Override
    public List<Holiday> listHolidays() {
        return database.query(
                "select day, name_ja, name_en from japanese_holiday order by day",
                row -> new Holiday(row.day("day"), row.text("name_ja"), row.text("name_en")));
    }

    private static CalendarSettings read(Row row) {
        return new CalendarSettings(
                row.texts("weekend").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                row.flag("japanese_holidays"),
                JsonText.read(row.text("closures"), new TypeReference<List<Stored>>() {}).stream()
                        .map(Stored::read)
                        .toList(),
                row.number("revision"));
    }
}
