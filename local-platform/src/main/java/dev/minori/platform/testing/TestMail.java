package dev.minori.platform.testing;

import dev.minori.platform.mail.MailMain;
import dev.minori.platform.process.Ports;
import java.util.List;
import java.util.Map;

/**
 * The local mail sink for tests, in a JVM of its own: SMTP server, chat webhook and the API that tells what arrived
 * ({@code GET <api>/api/messages?to=…}, {@code GET <api>/api/hooks}) and switches faults ({@code PUT <api>/api/faults/mail}).
 * Tests that share it must use recipients of their own.
 */
public final class TestMail {

    /** {@code <SMTP port>/<HTTP port>}. */
    public static final String SETTING = "MINORI_TEST_MAIL";

    private TestMail() {}

    /** The base URL of page, API and webhooks. */
    public static String api() {
        return "http://127.0.0.1:" + setting().substring(setting().indexOf('/') + 1);
    }

    /** The SMTP port on 127.0.0.1. */
    public static int smtpPort() {
        return Integer.parseInt(setting().substring(0, setting().indexOf('/')));
    }

    /** What a service must be told: {@code MINORI_SMTP_HOST} and {@code MINORI_SMTP_PORT}. */
    public static Map<String, String> environment() {
        return Map.of("MINORI_SMTP_HOST", "127.0.0.1", "MINORI_SMTP_PORT", Integer.toString(smtpPort()));
    }

    private static synchronized String setting() {
        return SharedSetting.find(SETTING).orElseGet(() -> SharedSetting.share(SETTING, start()));
    }

    private static String start() {
        int smtp = Ports.free();
        int http = Ports.free();
        TestProcess.start("mail", http, MailMain.class, _ -> List.of(Integer.toString(smtp), Integer.toString(http)));
        return smtp + "/" + http;
    }
}
