package dev.minori.playbook.calendar;

/** Gives the current workspace's calendar. */
public interface Calendars {
    /** The calendar that counts business days, with the workspace's zone. */
    BusinessCalendar ofWorkspace();
}
