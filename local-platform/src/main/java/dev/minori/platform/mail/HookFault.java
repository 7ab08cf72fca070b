package dev.minori.platform.mail;

/**
 * A way in which the chat webhook shall fail; what it refuses is not kept.
 *
 * @param status HTTP status of the answer, 400 to 599
 * @param retryAfter value of the {@code Retry-After} header; empty sends none
 * @param times how many calls it strikes; 0 means until it is removed
 */
public record HookFault(int status, String retryAfter, int times) {

    public HookFault {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be between 400 and 599, was " + status);
        }
        if (times < 0) {
            throw new IllegalArgumentException("times must be 0 or more");
        }
    }
}
