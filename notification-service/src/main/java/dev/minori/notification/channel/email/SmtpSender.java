package dev.minori.notification.channel.email;

import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.Handover;
import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.channel.SendOutcome;
import dev.minori.notification.channel.Sender;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands mail to the configured server, one conversation a message, and tells exactly what the server has taken. */
@ApplicationScoped
public class SmtpSender implements Sender {
    private final SmtpConfig config;
    private final Session session;
    private final MailComposer composer;

    public SmtpSender(SmtpConfig config) {
        this.config = config;
        this.session = Session.getInstance(properties(config));
        this.composer = new MailComposer(session, sender(config));
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public SendOutcome send(OutboundMessage message, Handover handover) {
        if (!(message.to() instanceof OutboundMessage.Mailbox mailbox)) {
            throw new IllegalArgumentException("mail goes to mailboxes");
        }
        MimeMessage mime;
        try {
            mime = composer.compose(message, mailbox);
        } catch (MessagingException notAnAddress) {
            return new SendOutcome.Refused(0, reason(notAnAddress), true);
        }
        boolean tls = config.tls() == SmtpConfig.Protection.TLS;
        StagedTransport transport = new StagedTransport(session, tls, handover);
        try {
            connect(transport);
            transport.sendMessage(mime, new Address[] {new InternetAddress(mailbox.address(), true)});
            return new SendOutcome.Accepted(transport.getLastReturnCode(), oneLine(transport.getLastServerResponse()));
        } catch (MessagingException failed) {
            return outcome(transport, failed);
        } finally {
            close(transport);
        }
    }

    private void connect(StagedTransport transport) throws MessagingException {
        transport.connect(
                config.host(),
                config.port(),
                config.user().orElse(null),
                config.password().orElse(null));
    }

    private static SendOutcome outcome(StagedTransport transport, MessagingException failed) {
        if (transport.isWithdrawn()) {
            return new SendOutcome.Withdrawn();
        }
        int code = code(failed);
        return switch (transport.stage()) {
            // A refused login or sender is our own setting: somebody will mend it, so the message waits.
            case CONNECTING, SENDER -> new SendOutcome.Deferred(code, reason(failed), null);
            case RECIPIENT ->
                code >= 500
                        ? new SendOutcome.Refused(code, reason(failed), true)
                        : new SendOutcome.Deferred(code, reason(failed), null);
            case DATA, HANDED_OVER -> afterRecipient(transport.stage(), code, reason(failed));
        };
    }

    /** Before the dot nothing is taken; after it a reply decides, and no reply means nobody knows. */
    private static SendOutcome afterRecipient(StagedTransport.Stage stage, int code, String reason) {
        if (code >= 500) {
            return new SendOutcome.Refused(code, reason, false);
        }
        if (code >= 400 || stage == StagedTransport.Stage.DATA) {
            return new SendOutcome.Deferred(code, reason, null);
        }
        return new SendOutcome.Unknown(reason);
    }

    /** The server's reply behind a failure, 0 if there was none. */
    private static int code(MessagingException failed) {
        for (Throwable cause = failed;
                cause instanceof MessagingException exception;
                cause = exception.getNextException()) {
            switch (exception) {
                case SMTPAddressFailedException address -> {
                    return Math.max(0, address.getReturnCode());
                }
                case SMTPSendFailedException send
                when !(send.getNextException() instanceof SMTPAddressFailedException) -> {
                    return Math.max(0, send.getReturnCode());
                }
                default -> {}
            }
        }
        return 0;
    }

    private static String reason(MessagingException failed) {
        Throwable deepest = failed;
        while (deepest instanceof MessagingException exception && exception.getNextException() != null) {
            deepest = exception.getNextException();
        }
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        // A failed login may repeat what was sent.
        return failed instanceof AuthenticationFailedException ? "the mail server refused our login" : oneLine(message);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500);
    }

    private static void close(StagedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException failed) {
            // The outcome is known already; a server that does not say goodbye changes nothing.
            Log.debugf(failed, "closing an SMTP connection failed");
        }
    }

    private static InternetAddress sender(SmtpConfig config) {
        try {
            return new InternetAddress(config.from(), true);
        } catch (AddressException malformed) {
            throw new IllegalStateException("MINORI_SMTP_FROM is not a mail address: " + config.from(), malformed);
        }
    }

    private static Properties properties(SmtpConfig config) {
        boolean tls = config.tls() == SmtpConfig.Protection.TLS;
        String prefix = tls ? "mail.smtps." : "mail.smtp.";
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "auth", Boolean.toString(config.user().isPresent()));
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(
                prefix + "starttls.enable", Boolean.toString(config.tls() == SmtpConfig.Protection.STARTTLS));
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(config.tls() == SmtpConfig.Protection.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.allowutf8", "false");
        return properties;
    }
}
