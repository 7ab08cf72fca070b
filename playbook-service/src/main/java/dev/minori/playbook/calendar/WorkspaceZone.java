package dev.minori.playbook.calendar;

import java.time.ZoneId;

/** Knows the zone of the current workspace. */
public interface WorkspaceZone {
    ZoneId current();
}
