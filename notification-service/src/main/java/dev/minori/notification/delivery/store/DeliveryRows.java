package dev.minori.notification.delivery.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.events.Origin;
import dev.minori.kit.sql.Row;
import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.delivery.Attempt;
import dev.minori.notification.delivery.Delivery;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows as domain values. */
final class DeliveryRows {
    static final String COLUMNS =
            "id, request_id, channel, recipient_id, member_id, customer_id, template_key, data, state, due_at, attempts,"
                    + " reason_code, reason_detail, origin, causation_id, retry_since, created_at, ended_at";
    static final String ATTEMPT_COLUMNS = "number, started_at, handover_at, ended_at, outcome, code, response";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private DeliveryRows() {}

    static Delivery delivery(Row row) {
        return new Delivery(
                row.uuid("id"),
                row.uuid("request_id"),
                channel(row.text("channel")),
                row.uuid("recipient_id"),
                row.uuid("member_id"),
                row.uuid("customer_id"),
                row.text("template_key"),
                texts(row.text("data")),
                Origin.valueOf(row.text("origin")),
                row.uuid("causation_id"),
                StateColumns.read(row),
                row.integer("attempts"),
                row.instant("retry_since"),
                row.instant("created_at"));
    }

    static Attempt attempt(Row row) {
        return new Attempt(
                row.integer("number"),
                row.instant("started_at"),
                row.findInstant("handover_at"),
                row.findInstant("ended_at"),
                Optional.ofNullable(row.findText("outcome"))
                        .map(text -> Attempt.Outcome.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                row.findInteger("code"),
                row.findText("response"));
    }

    static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ChannelKind channel(String code) {
        return ChannelKind.of(code).orElseThrow(() -> new IllegalStateException("unknown channel " + code));
    }
}
