package dev.minori.notification.channel.email;

import dev.minori.notification.channel.OutboundMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Makes the MIME message: UTF-8, a text and an HTML part, and a Message-ID that stays the same at every attempt. */
final class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final InternetAddress from;

    MailComposer(Session session, InternetAddress from) {
        this.session = session;
        this.from = from;
    }

    MimeMessage compose(OutboundMessage message, OutboundMessage.Mailbox mailbox) throws MessagingException {
        StableMessage mime = new StableMessage(session, messageId(message));
        mime.setFrom(from);
        mime.setRecipient(MimeMessage.RecipientType.TO, recipient(mailbox));
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(message.at()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
        mime.setContentLanguage(new String[] {message.language()});
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(message.text(), "plain"));
        parts.addBodyPart(part(message.html(), "html"));
        mime.setContent(parts);
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // Base64: Japanese text is as long in it as in anything else, and no relay re-wraps its lines.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** The mailbox as an address. Throws if it is none that SMTP without extensions can carry. */
    static InternetAddress recipient(OutboundMessage.Mailbox mailbox) throws MessagingException {
        InternetAddress address = new InternetAddress(mailbox.address(), true);
        if (address.isGroup() || !mailbox.address().equals(address.getAddress()) || !isAscii(mailbox.address())) {
            throw new MessagingException("not a plain mail address: " + mailbox.address());
        }
        try {
            address.setPersonal(mailbox.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
        return address;
    }

    private String messageId(OutboundMessage message) {
        String address = from.getAddress();
        return "<" + message.deliveryId() + address.substring(address.lastIndexOf('@')) + ">";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
    }

    /** Keeps its Message-ID; the library would make a new one whenever it saves. */
    private static final class StableMessage extends MimeMessage {
        private final String messageId;

        StableMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
