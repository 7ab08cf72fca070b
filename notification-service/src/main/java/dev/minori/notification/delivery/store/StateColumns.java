package dev.minori.notification.delivery.store;

import dev.minori.kit.sql.Row;
import dev.minori.notification.delivery.DeliveryState;
import dev.minori.notification.delivery.Reason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A state as columns. */
record StateColumns(
        String state,
        @Nullable Instant dueAt,
        @Nullable String reasonCode,
        @Nullable String reasonDetail,
        @Nullable Instant endedAt) {

    static StateColumns of(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Pending(Instant dueAt) -> new StateColumns(state.code(), dueAt, null, null, null);
            case DeliveryState.Sending _ -> new StateColumns(state.code(), null, null, null, null);
            case DeliveryState.Retry(Instant dueAt, Reason reason) ->
                new StateColumns(state.code(), dueAt, reason.code(), reason.detail(), null);
            case DeliveryState.Delivered(Instant at) -> new StateColumns(state.code(), null, null, null, at);
            case DeliveryState.Unconfirmed(Instant at, Reason reason) -> ended(state, at, reason);
            case DeliveryState.Failed(Instant at, Reason reason) -> ended(state, at, reason);
            case DeliveryState.Suppressed(Instant at, Reason reason) -> ended(state, at, reason);
        };
    }

    private static StateColumns ended(DeliveryState state, Instant at, Reason reason) {
        return new StateColumns(state.code(), null, reason.code(), reason.detail(), at);
    }

    static DeliveryState read(Row row) {
        String state = row.text("state");
        String code = Objects.requireNonNullElse(row.findText("reason_code"), "");
        Reason reason = new Reason(code, Objects.requireNonNullElse(row.findText("reason_detail"), ""));
        return switch (state) {
            case "pending" -> new DeliveryState.Pending(row.instant("due_at"));
            case "sending" -> new DeliveryState.Sending(row.integer("attempts"));
            case "retry" -> new DeliveryState.Retry(row.instant("due_at"), reason);
            case "delivered" -> new DeliveryState.Delivered(row.instant("ended_at"));
            case "unconfirmed" -> new DeliveryState.Unconfirmed(row.instant("ended_at"), reason);
            case "failed" -> new DeliveryState.Failed(row.instant("ended_at"), reason);
            case "suppressed" -> new DeliveryState.Suppressed(row.instant("ended_at"), reason);
            default -> throw new IllegalStateException("unknown delivery state " + state);
        };
    }
}
