package dev.minori.playbook.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether an alert still asks for attention. */
public sealed interface AlertState {
    /** It does. */
    record Open() implements AlertState {
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
            return new Open();
        }
    }
}
