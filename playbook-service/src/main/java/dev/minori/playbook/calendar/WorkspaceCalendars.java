package dev.minori.playbook.calendar;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and changes the current workspace's calendar. */
@ApplicationScoped
public class WorkspaceCalendars implements Calendars {
    private final CalendarStore store;
    private final WorkspaceZone zone;
    private final Audit audit;
    private volatile @Nullable Map<LocalDate, Holiday> holidays;

    WorkspaceCalendars(CalendarStore store, WorkspaceZone zone, Audit audit) {
        this.store = store;
        this.zone = zone;
        this.audit = audit;
    }

    @Override
    @Transactional
    public BusinessCalendar ofWorkspace() {
        CalendarSettings settings = settings();
        return new BusinessCalendar(
                zone.current(),
                settings.weekend(),
                settings.japaneseHolidays() ? holidays() : Map.of(),
                settings.closures());
    }

    /** The settings in force. */
    @Transactional
    public CalendarSettings settings() {
        return store.find().orElseGet(CalendarSettings::usual);
    }

    /** Changes the settings. Throws stale-version. */
    @Transactional
    public CalendarSettings change(
            @Nullable String ifMatch, Set<DayOfWeek> weekend, boolean japaneseHolidays, List<Closure> closures) {
        store.lock();
        CalendarSettings before = settings();
        Versions.require(ifMatch, before.revision());
        CalendarSettings after = new CalendarSettings(weekend, japaneseHolidays, closures, before.revision() + 1);
        store.save(after);
        audit.record("calendar-changed", "calendar", "business", Map.of());
        return after;
    }

    /** They change by a new version of the service only, so they are read once. */
    private Map<LocalDate, Holiday> holidays() {
        Map<LocalDate, Holiday> known = holidays;
        if (known == null) {
            known = KnownHolidays.of(store.listHolidays());
            holidays = known;
        }
        return known;
    }
}
