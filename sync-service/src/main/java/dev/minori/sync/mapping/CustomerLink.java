package dev.minori.sync.mapping;

/** How a record tells which customer it belongs to. */
public sealed interface CustomerLink {

    /** The record is the customer. */
    record Self() implements CustomerLink {}

    /** A field holds the id of the customer's record in another object of the same connection. */
    record SourceRecord(String field, String object) implements CustomerLink {}

    /** A field holds the customer code that a customer mapping filled. */
    record CustomerCode(String field) implements CustomerLink {}
}
