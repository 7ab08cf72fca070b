package dev.minori.playbook.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether an alert still asks for attention. */
public sealed interface AlertState {
    /**
     * It does.
     *
     * @param snoozedUntil out of sight until then; null if it is not. The same sign wakes it
     */
    record Open(@Nullable Instant snoozedUntil) implements AlertState {
        /** One that is in sight. */
        public static final Open AWAKE = new Open(null);

        /** The cause is gone. */
        public Closed causeGone(Instant at) {
            return new Closed(at, null, "cause-gone");
        }

        /** A person has seen to it. */
        public Closed closedBy(Instant at, @Nullable UUID memberId, String reason) {
            return new Closed(at, memberId, reason);
        }
    }

    /**
     * It does not.
     *
     * @param by the member who closed it, null if Minori did
     * @param reason {@code cause-gone}, or what the person wrote
     */
    record Closed(Instant at, @Nullable UUID by, String reason) implements AlertState {
        /** The sign came back soon. */
        public Open reopen() {
            return Open.AWAKE;
        }
    }
}
