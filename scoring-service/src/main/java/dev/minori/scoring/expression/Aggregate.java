package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;

/**
 * One look over a customer's records, joined to the query as a lateral subquery with the columns {@code v} (value) and,
 * where the facts behind it are wanted, {@code n} (how many), {@code f} and {@code w} (ids and versions of the newest)
 * and {@code t} (since when the newest is valid).
 *
 * @param key what it computes in the words of the expression, for example {@code usage.last(P28D).sum(activeUsers)}
 * @param field the attributes it reads, for example {@code activeUsers}; empty when it only counts
 * @param personal whether its value quotes a person's words
 */
record Aggregate(
        String alias,
        Sql join,
        Dataset dataset,
        String key,
        String field,
        String japanese,
        String english,
        ValueType type,
        boolean personal) {}
