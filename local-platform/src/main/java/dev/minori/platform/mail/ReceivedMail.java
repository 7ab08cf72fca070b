package dev.minori.platform.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail as it came over SMTP.
 *
 * @param id rises with each mail of this process
 * @param sender envelope sender ({@code MAIL FROM}); empty for bounces
 * @param recipients envelope recipients, so blind copies too
 * @param raw the message as sent, dots unstuffed
 */
public record ReceivedMail(long id, Instant receivedAt, String sender, List<String> recipients, byte[] raw) {

    public ReceivedMail {
        recipients = List.copyOf(recipients);
        raw = raw.clone();
    }

    @Override
    public byte[] raw() {
        return raw.clone();
    }
}
