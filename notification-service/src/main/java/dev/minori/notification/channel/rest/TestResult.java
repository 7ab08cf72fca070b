package dev.minori.notification.channel.rest;

import dev.minori.notification.channel.SendOutcome;

/**
 * What came of a test message.
 *
 * @param outcome accepted, deferred, refused or unknown
 */
public record TestResult(String outcome, String detail) {
    static TestResult of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(int _, String response) -> new TestResult("accepted", response);
            case SendOutcome.Deferred(int _, String reason, var _) -> new TestResult("deferred", reason);
            case SendOutcome.Refused(int _, String reason, boolean _) -> new TestResult("refused", reason);
            case SendOutcome.Unknown(String reason) -> new TestResult("unknown", reason);
            case SendOutcome.Withdrawn() -> throw new IllegalStateException("nobody else sends test messages");
        };
    }
}
