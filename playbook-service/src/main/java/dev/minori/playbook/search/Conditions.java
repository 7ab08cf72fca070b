package dev.minori.playbook.search;

import dev.minori.playbook.page.SortedPages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of a list's query and their values, in the same order. */
public final class Conditions {
    private final StringBuilder sql;
    private final List<@Nullable Object> values = new ArrayList<>();

    private Conditions(String select) {
        this.sql = new StringBuilder(select);
    }

    /** Begins with a select that ends in a where clause for the workspace. */
    public static Conditions of(String select, UUID workspaceId) {
        Conditions conditions = new Conditions(select);
        conditions.values.add(workspaceId);
        return conditions;
    }

    /** A condition with as many values as it has question marks. */
    public Conditions and(String condition, Object... parameters) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    /** A condition with one value; none if the value is null. */
    public Conditions andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    /** A column holds one of these ids; no condition if there is no list. */
    public Conditions andIn(String column, @Nullable Collection<UUID> ids) {
        return ids == null ? this : and(column + " = any (?)", (Object) ids.toArray(UUID[]::new));
    }

    /** The part of a sorted list behind a position; its beginning if there is none. */
    public Conditions page(SortKey key, SortedPages.@Nullable Position behind, int limit) {
        if (behind != null) {
            and(key.behind(), behind.sortKey(), behind.id());
        }
        return then(key.order(), limit);
    }

    /** What follows the conditions, for example an order. */
    public Conditions then(String more, Object... parameters) {
        sql.append(' ').append(more);
        values.addAll(List.of(parameters));
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public @Nullable Object[] values() {
        return values.toArray();
    }
}
