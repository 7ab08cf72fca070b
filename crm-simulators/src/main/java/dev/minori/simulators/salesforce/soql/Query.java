package dev.minori.simulators.salesforce.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query.
 *
 * @param from the object, or in a child sub-select the relationship
 * @param alias the object's alias, or null
 * @param source where it stands
 */
public record Query(
        List<Selected> select,
        String from,
        @Nullable String alias,
        @Nullable Condition where,
        Grouping groupBy,
        @Nullable Condition having,
        List<Order> orderBy,
        @Nullable Integer limit,
        @Nullable Integer offset,
        boolean allRows,
        Source source) {

    /** A query for the records that fulfil one condition, found in the recycle bin too. */
    public static Query ofRecords(List<Selected> select, String from, Condition where, String text) {
        return new Query(
                List.copyOf(select),
                from,
                null,
                where,
                Grouping.NONE,
                null,
                List.of(),
                null,
                null,
                true,
                new Source(text, 0, 0, text.length()));
    }

    /** The text of the whole query, for error messages. */
    public String text() {
        return source.text;
    }

    /**
     * Where a query stands: a sub-select is a part of the text.
     *
     * @param from where the name behind FROM begins
     */
    public record Source(String text, int start, int from, int end) {}

    /** What a condition, an order or a grouping looks at: a field or a function of one. */
    public sealed interface Expression {
        /** Where it stands. */
        int position();

        /** The expression as it was written, spaces left out. */
        String written();
    }

    /** A dotted path of names, such as {@code Owner.Manager.Name}. */
    public record Path(List<String> names, int position) implements Expression {
        /** The path with its dots. */
        public String dotted() {
            return String.join(".", names);
        }

        @Override
        public String written() {
            return dotted();
        }
    }

    /**
     * A function of a field; {@code COUNT()} alone has none.
     *
     * @param inOrgZone the field stands inside {@code convertTimezone()}
     */
    public record Call(Function function, @Nullable Path argument, boolean inOrgZone, int position)
            implements Expression {
        @Override
        public String written() {
            String inner = argument == null ? "" : argument.dotted();
            return function.name() + "(" + (inOrgZone ? "convertTimezone(" + inner + ")" : inner) + ")";
        }
    }

    /** GROUP BY. */
    public record Grouping(Kind kind, List<Expression> keys) {
        /** No GROUP BY. */
        public static final Grouping NONE = new Grouping(Kind.PLAIN, List.of());

        /** Which sub-totals there are. */
        public enum Kind {
            PLAIN,
            ROLLUP,
            CUBE
        }
    }

    /** One item of the SELECT list. */
    public sealed interface Selected {
        /** A field, perhaps of a parent. */
        record OfField(Path path, @Nullable String alias) implements Selected {}

        /** A function. */
        record OfCall(Call call, @Nullable String alias) implements Selected {}

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
        record Compare(Expression subject, String operator, Literal literal) implements Condition {}

        /** A field against a list: IN, NOT IN. */
        record InList(Expression subject, boolean negated, List<Literal> literals) implements Condition {}

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
    public record Order(Expression subject, boolean descending, boolean nullsLast) {}
}
