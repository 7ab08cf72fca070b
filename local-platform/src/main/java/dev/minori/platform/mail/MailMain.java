package dev.minori.platform.mail;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the sink alone in a JVM, for tests. Arguments: SMTP port, HTTP port. */
public final class MailMain {

    private MailMain() {}

    /** Entry point; see the type. */
    public static void main(String[] arguments) throws InterruptedException {
        MailSink sink =
                MailSink.start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(sink::close, "mail-shutdown"));
        new CountDownLatch(1).await();
    }
}
