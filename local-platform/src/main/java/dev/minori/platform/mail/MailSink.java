package dev.minori.platform.mail;

import java.time.Clock;

/** The SMTP server, the chat webhook and their page, started together on 127.0.0.1. */
public final class MailSink implements AutoCloseable {

    private static final int CAPACITY = 20_000;

    private final SmtpServer smtp;
    private final SinkHttp http;

    private MailSink(SmtpServer smtp, SinkHttp http) {
        this.smtp = smtp;
        this.http = http;
    }

    /**
     * Starts the sink. What it receives lives in memory: the newest 20,000 mails and calls.
     *
     * @param smtpPort 0 for any free port
     * @param httpPort 0 for any free port
     */
    public static MailSink start(int smtpPort, int httpPort, Clock clock) {
        Received<ReceivedMail> mails = new Received<>(CAPACITY);
        Received<ReceivedHook> hooks = new Received<>(CAPACITY);
        FaultSwitch<MailFault> mailFault = new FaultSwitch<>(MailFault::times);
        FaultSwitch<HookFault> hookFault = new FaultSwitch<>(HookFault::times);
        SmtpServer smtp = new SmtpServer(smtpPort, mails, mailFault, clock);
        try {
            return new MailSink(smtp, new SinkHttp(httpPort, mails, hooks, mailFault, hookFault, clock));
        } catch (RuntimeException e) {
            smtp.close();
            throw e;
        }
    }

    /** The SMTP port. */
    public int smtpPort() {
        return smtp.port();
    }

    /** The port of the page and the API. */
    public int httpPort() {
        return http.port();
    }

    @Override
    public void close() {
        smtp.close();
        http.close();
    }
}
