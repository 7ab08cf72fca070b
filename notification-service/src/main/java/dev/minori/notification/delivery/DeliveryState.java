package dev.minori.notification.delivery;

import java.time.Instant;

/** How far a delivery has come. */
public sealed interface DeliveryState {

    /** The word in the API and in the database. */
    String code();

    /** It waits for its time. */
    record Pending(Instant dueAt) implements DeliveryState {
        @Override
        public String code() {
            return "pending";
        }
    }

    /** An attempt is under way, or was when its process ended. */
    record Sending(int attempt) implements DeliveryState {
        @Override
        public String code() {
            return "sending";
        }
    }

    /** It did not go through and will be tried again. */
    record Retry(Instant dueAt, Reason reason) implements DeliveryState {
        @Override
        public String code() {
            return "retry";
        }
    }

    /** The other side has taken it. */
    record Delivered(Instant at) implements Ended {
        @Override
        public String code() {
            return "delivered";
        }
    }

    /** The other side may have taken it, nobody knows. Only a person sends it again. */
    record Unconfirmed(Instant at, Reason reason) implements Ended {
        @Override
        public String code() {
            return "unconfirmed";
        }
    }

    /** It will not go through. */
    record Failed(Instant at, Reason reason) implements Ended {
        @Override
        public String code() {
            return "failed";
        }
    }

    /** It was never to be sent. */
    record Suppressed(Instant at, Reason reason) implements Ended {
        @Override
        public String code() {
            return "suppressed";
        }
    }

    /** Nothing happens any more by itself. */
    sealed interface Ended extends DeliveryState permits Delivered, Unconfirmed, Failed, Suppressed {
        /** Since when. */
        Instant at();
    }
}
