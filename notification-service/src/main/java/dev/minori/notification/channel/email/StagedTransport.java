package dev.minori.notification.channel.email;

import dev.minori.notification.channel.Handover;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP conversation that knows how far it came. Until the final dot has left, the server cannot have taken the
 * message (RFC 5321 §4.1.1.4); after it, only the server's answer tells.
 */
final class StagedTransport extends SMTPTransport {
    /** How far a conversation came. */
    enum Stage {
        CONNECTING,
        SENDER,
        RECIPIENT,
        DATA,
        HANDED_OVER
    }

    private final Handover handover;
    private Stage stage = Stage.CONNECTING;
    private boolean withdrawn;

    StagedTransport(Session session, boolean tls, Handover handover) {
        super(session, new URLName(tls ? "smtps" : "smtp", null, -1, null, null, null), tls ? "smtps" : "smtp", tls);
        this.handover = handover;
    }

    Stage stage() {
        return stage;
    }

    /** Whether the handover was refused, so that nothing was sent. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!handover.begin()) {
            withdrawn = true;
            // An IOException makes the library drop the connection, so that the dot never follows.
            throw new IOException("another process has taken this delivery over");
        }
        stage = Stage.HANDED_OVER;
        super.finishData();
    }
}
