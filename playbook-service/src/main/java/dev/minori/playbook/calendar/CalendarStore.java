package dev.minori.playbook.calendar;

import java.util.List;
import java.util.Optional;

/** Where calendars are kept. */
public interface CalendarStore {
    /** The workspace's own settings, if it has any. */
    Optional<CalendarSettings> find();

    /** Keeps others from changing the settings until the transaction ends. */
    void lock();

    void save(CalendarSettings settings);

    /** Japan's holidays as far as they are written down, the same for all workspaces. */
    List<Holiday> listHolidays();
}
