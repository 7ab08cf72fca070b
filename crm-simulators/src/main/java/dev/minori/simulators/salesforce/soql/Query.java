package dev.minori.simulators.salesforce.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query.
 *
 * @param fromPosition where the object's name stands in the text
 * @param alias the object's alias, or null
 * @param text the query as it was written, for error messages
 */
public record Query(
        List<Selected> select,
        String from,
        int fromPosition,
        @Nullable String alias,
        @Nullable Condition where,
        List<Path> groupBy,
        List<Order> orderBy,
        @Nullable Integer limit,
        @Nullable Integer offset,
        boolean allRows,
        String text) {

    /** A dotted path of names, such as {@code Owner.Manager.Name}. */
    public record Path(List<String> names, int position) {
        /** The path with its dots. */
        public String dotted() {
            return String.join(".", names);
        }
    }

    /** One item of the SELECT list. */
    public sealed interface Selected {
        /** A field, perhaps of a parent. */
        record OfField(Path path, @Nullable String alias) implements Selected {}

        /** An aggregate; without a path it is {@code COUNT()}. */
        record OfAggregate(
                String function,
                @Nullable Path path,
                @Nullable String alias,
                int position) implements Selected {}

        /** {@code FIELDS(ALL)}, {@code FIELDS(STANDARD)} or {@code FIELDS(CUSTOM)}. */
        record OfGroup(String group, int position) implements Selected {}

        /** A sub-select over a child relationship. */
        record OfChildren(Query query) implements Selected {}
    }

    /** A condition of WHERE. */
    public sealed interface Condition {
        /** All must hold. */
        record And(List<Condition> parts) implements Condition {}

        /** One must hold. */
        record Or(List<Condition> parts) implements Condition {}

        /** Must not hold. Null compares as a value here: there is no third truth value in SOQL. */
        record Not(Condition inner) implements Condition {}

        /** A field against a literal: {@code = != < <= > >= LIKE}. */
        record Compare(Path path, String operator, Literal literal) implements Condition {}

        /** A field against a list: IN, NOT IN. */
        record InList(Path path, boolean negated, List<Literal> literals) implements Condition {}

        /** A field against a sub-query: IN, NOT IN. */
        record InQuery(Path path, boolean negated, Query query) implements Condition {}

        /** A multi-select picklist against values, each possibly joined by semicolons: INCLUDES, EXCLUDES. */
        record Includes(Path path, boolean negated, List<Literal> values) implements Condition {}
    }

    /** A value written in the query. */
    public sealed interface Literal {
        /** Where it stands. */
        int position();

        /** Text with its escapes as written. */
        record Text(String raw, int position) implements Literal {}

        /** A number. */
        record Numeric(BigDecimal value, int position) implements Literal {}

        /** TRUE or FALSE. */
        record Bool(boolean value, int position) implements Literal {}

        /** NULL. */
        record Null(int position) implements Literal {}

        /** A calendar date. */
        record Date(LocalDate value, int position) implements Literal {}

        /** An instant. */
        record DateTime(Instant value, int position) implements Literal {}

        /** A range of days counted from today: {@code TODAY}, {@code LAST_N_DAYS:7}. */
        record Relative(String name, int count, int position) implements Literal {}
    }

    /** One item of ORDER BY. */
    public record Order(Path path, boolean descending, boolean nullsLast) {}
}
