package dev.minori.simulators.kintone.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a field take its value from another app. What is copied with it is copied when the record is written, and never
 * refreshed when the other app changes.
 *
 * @param app the other app
 * @param key the field there that the value is looked up in
 * @param copies codes of fields here, with the codes of the fields there that they take their values from
 */
public record Lookup(int app, String key, Map<String, String> copies) {
    public Lookup {
        copies = new LinkedHashMap<>(copies);
    }
}
