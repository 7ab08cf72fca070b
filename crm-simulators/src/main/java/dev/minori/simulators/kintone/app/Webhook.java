package dev.minori.simulators.kintone.app;

import java.util.List;

/**
 * Where changes are told.
 *
 * @param events {@code ADD_RECORD}, {@code UPDATE_RECORD}, {@code UPDATE_STATUS}, {@code ADD_RECORD_COMMENT}
 */
public record Webhook(String url, List<String> events) {
    public Webhook {
        events = List.copyOf(events);
    }
}
