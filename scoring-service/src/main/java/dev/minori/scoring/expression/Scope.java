package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an expression is about, and so which single rows it can name besides the customer's record sets. */
public enum Scope {
    /** A measure of a scorecard: a customer, but not the health that is made of the measures. */
    MEASURE(Dataset.CUSTOMER),
    CUSTOMER(Dataset.CUSTOMER),
    CONTRACT(Dataset.CONTRACT),
    MESSAGE(Dataset.MESSAGE);

    private final Dataset subject;

    Scope(Dataset subject) {
        this.subject = subject;
    }

    /** The dataset of which each row is judged. */
    public Dataset subject() {
        return subject;
    }

    /** The rows an expression can name, with their aliases in the query. */
    Map<String, NamedRow> rows() {
        Map<String, NamedRow> rows = new LinkedHashMap<>();
        rows.put("customer", new NamedRow("customer", Vocabulary.CUSTOMER, "p"));
        switch (this) {
            case MEASURE -> {}
            case CUSTOMER -> rows.put("health", new NamedRow("health", Vocabulary.HEALTH, "h"));
            case CONTRACT -> {
                rows.put("health", new NamedRow("health", Vocabulary.HEALTH, "h"));
                rows.put("contract", new NamedRow("contract", Vocabulary.CONTRACT, "s"));
            }
            case MESSAGE -> {
                rows.put("health", new NamedRow("health", Vocabulary.HEALTH, "h"));
                rows.put("message", new NamedRow("message", Vocabulary.MESSAGE, "s"));
            }
        }
        return rows;
    }

    /** A row by the name an expression uses and by its alias in SQL. */
    record NamedRow(String name, RowType type, String alias) {}
}
