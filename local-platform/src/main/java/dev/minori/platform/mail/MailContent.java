package dev.minori.platform.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads in a mail.
 *
 * @param messageId the header {@code Message-ID}; empty when absent
 * @param from the header, decoded
 * @param subject the header, decoded
 * @param headers all headers in their order, decoded
 * @param text the first plain part; empty when there is none
 * @param html the first HTML part; empty when there is none
 */
record MailContent(String messageId, String from, String subject, List<HeaderLine> headers, String text, String html) {

    /** One header. */
    record HeaderLine(String name, String value) {}

    /** Reads a mail. A mail that cannot be read as MIME is shown as it came. */
    static MailContent of(ReceivedMail mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
            List<HeaderLine> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new HeaderLine(header.getName(), decode(header.getValue())));
            }
            Bodies bodies = new Bodies();
            bodies.collect(message);
            return new MailContent(
                    orEmpty(message.getMessageID()),
                    decode(orEmpty(message.getHeader("From", ", "))),
                    orEmpty(message.getSubject()),
                    headers,
                    bodies.text,
                    bodies.html);
        } catch (MessagingException | IOException e) {
            return new MailContent(
                    "",
                    mail.sender(),
                    "",
                    List.of(),
                    new String(mail.raw(), java.nio.charset.StandardCharsets.UTF_8),
                    "");
        }
    }

    private static String decode(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static final class Bodies {

        private String text = "";
        private String html = "";

        void collect(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int index = 0; index < parts.getCount(); index++) {
                    collect(parts.getBodyPart(index));
                }
            } else if (part.getContent() instanceof String content) {
                if (part.isMimeType("text/html") && html.isEmpty()) {
                    html = content;
                } else if (part.isMimeType("text/plain") && text.isEmpty()) {
                    text = content;
                }
            }
        }
    }
}
