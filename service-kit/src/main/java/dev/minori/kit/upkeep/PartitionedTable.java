package dev.minori.kit.upkeep;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range-partitioned table of a service.
 *
 * @param table its name
 * @param step a day or a month
 * @param behind how far back partitions are made
 * @param ahead how far ahead
 * @param keep how long rows are kept; null for ever
 */
public record PartitionedTable(
        String table,
        Step step,
        Period behind,
        Period ahead,
        @Nullable Period keep) {
    /** Size of a partition. */
    public enum Step {
        DAY("1 day", "\\d{8}"),
        MONTH("1 month", "\\d{6}");

        private final String interval;
        private final String suffix;

        Step(String interval, String suffix) {
            this.interval = interval;
            this.suffix = suffix;
        }

        String interval() {
            return interval;
        }

        String suffixPattern() {
            return suffix;
        }

        /** The first day of the partition whose name ends so. */
        LocalDate firstDay(String suffix) {
            int year = Integer.parseInt(suffix.substring(0, 4));
            int month = Integer.parseInt(suffix.substring(4, 6));
            return switch (this) {
                case DAY -> LocalDate.of(year, month, Integer.parseInt(suffix.substring(6, 8)));
                case MONTH -> LocalDate.of(year, month, 1);
            };
        }

        LocalDate nextFirstDay(LocalDate firstDay) {
            return switch (this) {
                case DAY -> firstDay.plusDays(1);
                case MONTH -> firstDay.plusMonths(1);
            };
        }
    }

    public PartitionedTable {
        if (!table.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a table name: " + table);
        }
    }

    /** The partitioned tables a service keeps; a bean. */
    public interface Source {
        List<PartitionedTable> tables();
    }
}
