package dev.minori.platform.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Accepts SMTP connections on 127.0.0.1; any sender, any recipient, any password. */
final class SmtpServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpServer.class.getName());

    private final ServerSocket socket;
    private final Received<ReceivedMail> mails;
    private final FaultSwitch<MailFault> faults;
    private final Clock clock;

    SmtpServer(int port, Received<ReceivedMail> mails, FaultSwitch<MailFault> faults, Clock clock) {
        this.mails = mails;
        this.faults = faults;
        this.clock = clock;
        try {
            socket = new ServerSocket();
            // A restarted launcher must get its port back although old connections linger.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("SMTP cannot listen on port " + port, e);
        }
        Thread.ofVirtual().name("smtp-accept").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().name("smtp-session").start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(Level.WARNING, "An SMTP connection could not be accepted", e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(300_000);
            new SmtpSession(connection.getInputStream(), connection.getOutputStream(), mails, faults, clock).run();
        } catch (IOException e) {
            // Clients may go at any time; a mail counts only once its 250 was due.
            LOG.log(Level.FINE, "An SMTP connection ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
