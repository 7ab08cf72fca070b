package dev.minori.scoring.customer;

import java.util.Arrays;
import java.util.Optional;

/** The order of a list of customers: a column and a direction. */
public record CustomerSort(Column column, boolean descending) {
    /** Columns that customers are sorted by. */
    public enum Column {
        NAME("name"),
        KANA("nameKana"),
        CODE("customerCode"),
        OWNER("ownerName"),
        TEAM("teamName"),
        PHASE("phase"),
        /** The worst state first. */
        BAND("band"),
        POINTS("points"),
        POINTS_CHANGE("pointsChange"),
        /** By the amount in the workspace's currency. */
        MRR("mrr"),
        NEXT_DATE("nextDate"),
        LAST_CONTACT("lastContactAt"),
        OPEN_TICKETS("openTickets");

        private final String field;

        Column(String field) {
            this.field = field;
        }

        /** The name in requests, which is that of the field in answers. */
        public String field() {
            return field;
        }
    }

    public static final CustomerSort BY_NAME = new CustomerSort(Column.NAME, false);

    /** The sort written so, for example {@code -mrr}; empty if there is none. */
    public static Optional<CustomerSort> parse(String text) {
        boolean descending = text.startsWith("-");
        String field = descending ? text.substring(1) : text;
        return Arrays.stream(Column.values())
                .filter(column -> column.field.equals(field))
                .map(column -> new CustomerSort(column, descending))
                .findFirst();
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return (descending ? "-" : "") + column.field;
    }
}
