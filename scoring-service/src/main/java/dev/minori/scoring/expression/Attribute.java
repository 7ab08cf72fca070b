package dev.minori.scoring.expression;

import java.util.function.Function;

/**
 * Something an expression can read off one row, for example {@code contract.endDate} or {@code contract.mrr.amount}.
 *
 * @param path the name behind the row's name, for example {@code mrr.amount}
 * @param column the SQL expression, given the alias of the row
 * @param personal whether it tells of a person, so that quotes of it are erased with the person
 */
record Attribute(
        String path, ValueType type, Function<String, Sql> column, String japanese, String english, boolean personal) {}
