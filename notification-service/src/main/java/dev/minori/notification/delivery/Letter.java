package dev.minori.notification.delivery;

import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.template.NoticeText;
import dev.minori.notification.template.RenderedMessage;
import java.time.Instant;

/** A delivery, looked at when it is to be sent. */
sealed interface Letter {
    /**
     * It can go.
     *
     * @param address what the delivery list shows: a mail address or the room's name
     */
    record Ready(OutboundMessage.Destination to, String address, int templateVersion, RenderedMessage message)
            implements Letter {}

    /**
     * It is a notice for the console: it is kept here and goes nowhere.
     *
     * @param message in the reader's language, for the delivery list
     */
    record Notice(int templateVersion, String address, RenderedMessage message, NoticeText ja, NoticeText en)
            implements Letter {}

    /** The reader is not to be disturbed before. */
    record Quiet(Instant until) implements Letter {}

    /** Something is missing that may still come. */
    record NotYet(Reason reason) implements Letter {}

    /** It is not to be sent. */
    record Never(Reason reason) implements Letter {}

    /** It cannot be sent, and waiting would not help. */
    record Impossible(Reason reason) implements Letter {}
}
