package dev.minori.playbook.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days on which a workspace does not work beside weekends and holidays. */
public sealed interface Closure {
    /** What it is called, for example 年末年始. */
    String name();

    /** Whether the day falls into it. */
    boolean covers(LocalDate day);

    /** Every year between two days, both included; {@code from} after {@code to} runs over the year's end. */
    record Yearly(String name, MonthDay from, MonthDay to) implements Closure {
        @Override
        public boolean covers(LocalDate day) {
            MonthDay that = MonthDay.from(day);
            if (from.compareTo(to) <= 0) {
                return !that.isBefore(from) && !that.isAfter(to);
            }
            return !that.isBefore(from) || !that.isAfter(to);
        }
    }

    /** Once, between two dates, both included. */
    record Once(String name, LocalDate from, LocalDate to) implements Closure {
        public Once {
            if (from.isAfter(to)) {
                throw new IllegalArgumentException("a closure must not end before it begins: " + from + " to " + to);
            }
        }

        @Override
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
