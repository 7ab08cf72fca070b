package dev.minori.notification.delivery;

import dev.minori.kit.log.LogField;

/** Names a delivery in log lines as all services do: by fields. */
final class DeliveryLog {
    private DeliveryLog() {}

    /** Writes log lines about the delivery. */
    static void about(Delivery delivery, Runnable lines) {
        LogField.during(
                "customerId",
                delivery.customerId(),
                () -> LogField.during(
                        "deliveryId", delivery.id(), () -> LogField.during("requestId", delivery.requestId(), lines)));
    }
}
