package dev.minori.sync.connection.rest;

import dev.minori.sync.source.ObjectSummary;

/** An object of a source as JSON. */
public record ObjectView(String name, String label, boolean custom) {
    static ObjectView of(ObjectSummary object) {
        return new ObjectView(object.name(), object.label(), object.custom());
    }
}
