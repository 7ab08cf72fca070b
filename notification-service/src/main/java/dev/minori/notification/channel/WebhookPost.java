package dev.minori.notification.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts JSON to an address that a user typed in, without reaching inside. */
public interface WebhookPost {
    /** What is wrong with an address before anything is sent; throws for none that may be posted to. */
    void check(URI address) throws RefusedAddress;

    /** Posts once. Calls {@code handover} after the connection stands and before the first byte of the request. */
    Result post(URI address, String json, Handover handover);

    /** What came of it. */
    sealed interface Result {
        /** @param body the first few thousand characters */
        record Answered(int status, String body, @Nullable Duration retryAfter) implements Result {}

        /** Nothing reached the other side. */
        record NotSent(String reason) implements Result {}

        /** The address is not one to post to. */
        record Refused(String reason) implements Result {}

        /** The request left and no whole answer came. */
        record Unknown(String reason) implements Result {}

        /** The handover was refused; nothing was sent. */
        record Withdrawn() implements Result {}
    }

    /** Why an address is not one to post to. */
    final class RefusedAddress extends Exception {
        private static final long serialVersionUID = 1L;

        public RefusedAddress(String message) {
            super(message);
        }
    }
}
