package dev.minori.playbook.figure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days that figures are about, in the workspace's zone.
 *
 * @param from first day
 * @param to last day, included
 * @param start first instant
 * @param end first instant behind it, or the present if that is sooner
 * @param endDay the day of {@code end}: what was due before it is overdue then
 */
public record Period(LocalDate from, LocalDate to, Instant start, Instant end, LocalDate endDay) {}
