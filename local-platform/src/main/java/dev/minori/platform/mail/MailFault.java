package dev.minori.platform.mail;

import java.util.Locale;

/**
 * A way in which the SMTP server shall fail.
 *
 * @param kind what happens
 * @param code the SMTP reply code of the refusals, 400 to 599
 * @param times how many recipients or messages it strikes; 0 means until it is removed
 * @param to strikes only mail to recipients that contain this text; empty strikes all
 * @param delayMillis how long {@link Kind#DELAY} waits before the server takes the message
 */
public record MailFault(Kind kind, int code, int times, String to, long delayMillis) {

    /** What can go wrong between a sender and its server. */
    public enum Kind {
        /** {@code RCPT TO} is answered with the code. */
        REFUSE_RECIPIENT,
        /** The end of {@code DATA} is answered with the code; the message is not kept. */
        REFUSE_MESSAGE,
        /** The connection ends after the message was sent, unanswered; the message is not kept. */
        CUT_AND_LOSE,
        /** The message is kept, but the connection ends before the 250: the sender cannot know. */
        CUT_BEFORE_REPLY,
        /** The message is kept and answered with 250, then the connection ends without {@code QUIT}. */
        CUT_AFTER_REPLY,
        /** The 250 comes late. */
        DELAY
    }

    public MailFault {
        if (code < 400 || code > 599) {
            throw new IllegalArgumentException("code must be between 400 and 599, was " + code);
        }
        if (times < 0 || delayMillis < 0 || delayMillis > 600_000) {
            throw new IllegalArgumentException("times must be 0 or more, delayMillis between 0 and 600000");
        }
        to = to.toLowerCase(Locale.ROOT);
    }

    boolean strikes(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).contains(to);
    }
}
