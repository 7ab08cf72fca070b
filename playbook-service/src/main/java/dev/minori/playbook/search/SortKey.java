package dev.minori.playbook.search;

/**
 * What a list is sorted by, and where that is equal by id. Null would break the comparison with the page's last row, so
 * the expression has none.
 *
 * @param expression over the list's rows
 * @param type of the expression, to which the position's text is cast
 * @param id the column that decides between equal ones
 */
public record SortKey(String expression, String type, String id, boolean backwards) {
    /** The rows behind a position: its sort key as text and its id. */
    String behind() {
        return "(" + expression + ", " + id + ") " + (backwards ? "<" : ">") + " (?::" + type + ", ?)";
    }

    /** The order and, as its value, how many. */
    String order() {
        String way = backwards ? " desc" : "";
        return "order by " + expression + way + ", " + id + way + " limit ?";
    }
}
