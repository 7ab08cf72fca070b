package dev.minori.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.notification.channel.Handover;
import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.channel.SendOutcome;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender claims about a message is what a server on the other side of a real connection saw. */
class SmtpSenderTest {
    private static final UUID DELIVERY = UUID.fromString("0190a000-0000-7000-8000-0000000000d1");
    private final AtomicInteger handovers = new AtomicInteger();

    @Test
    void aMessageArrivesWhole() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            SendOutcome outcome = send(server.port(), "hanako@minori-demo.example", () -> true);

            assertThat(outcome).isEqualTo(new SendOutcome.Accepted(250, "250 queued as 1"));
            var mime = new jakarta.mail.internet.MimeMessage(
                    null,
                    new java.io.ByteArrayInputStream(server.messages()
                            .getFirst()
                            .replace("\n", "\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(mime.getMessageID()).isEqualTo("<" + DELIVERY + "@minori-demo.example>");
            assertThat(mime.getSubject()).isEqualTo("株式会社みのり商店様: 利用が減っています");
            assertThat(mime.getAllRecipients()[0].toString()).contains("hanako@minori-demo.example");
            assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mime.getSentDate()).isEqualTo(Instant.parse("2026-11-22T01:02:03Z"));
            MimeMultipart parts = (MimeMultipart) mime.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("本文です。\n.\n一行だけの点の後");
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>本文です。</p>");
        }
    }

    @Test
    void theMessageIdStaysTheSameAtEveryAttempt() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            send(server.port(), "hanako@minori-demo.example", () -> true);
            send(server.port(), "hanako@minori-demo.example", () -> true);

            assertThat(server.messages())
                    .hasSize(2)
                    .allSatisfy(
                            text -> assertThat(text).contains("Message-ID: <" + DELIVERY + "@minori-demo.example>"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "connect,421 too busy",
        "EHLO,421 shutting down",
        "MAIL,451 try later",
        "MAIL,550 sender unknown",
        "RCPT,450 greylisted",
        "RCPT,421 shutting down",
        "RCPT,452 full",
        "DATA,451 try later"
    })
    void whatTheServerPutsOffIsDeferred(String stage, String reply) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(stage, reply, "HELO", reply))) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isInstanceOf(SendOutcome.Deferred.class);
            assertThat(handovers).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "EHLO", "MAIL", "RCPT", "DATA"})
    void aConnectionCutBeforeTheMessageEndsIsDeferred(String stage) throws IOException {
        Map<String, String> script = Map.of(stage, ScriptedSmtpServer.HANG_UP, "HELO", ScriptedSmtpServer.HANG_UP);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isInstanceOf(SendOutcome.Deferred.class);
            assertThat(handovers).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 no such user", "551 moved", "553 malformed", "554 5.7.1 not here", "501 syntax"})
    void aRecipientRefusedForGoodMakesTheAddressUnusable(String reply) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("RCPT", reply))) {
            SendOutcome outcome = send(server.port(), "gone@minori-demo.example", this::count);

            assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(Integer.parseInt(reply.substring(0, 3)));
                assertThat(refused.reason()).contains(reply.substring(4));
                assertThat(refused.destinationUnusable()).isTrue();
            });
            assertThat(handovers).hasValue(0);
        }
    }

    @Test
    void aMessageRefusedForGoodLeavesTheAddressUsable() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(".", "554 looks like spam"))) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isEqualTo(new SendOutcome.Refused(554, "554 looks like spam", false));
        }
    }

    @Test
    void aMessagePutOffAtItsEndIsDeferred() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(".", "451 try later"))) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isEqualTo(new SendOutcome.Deferred(451, "451 try later", null));
        }
    }

    @Test
    void aMissingAnswerAfterTheMessageEndedIsUnknown() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(".", ScriptedSmtpServer.HANG_UP))) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isInstanceOf(SendOutcome.Unknown.class);
            assertThat(server.messages()).hasSize(1);
            assertThat(handovers).hasValue(1);
        }
    }

    @Test
    void aConnectionCutAfterTheAnswerIsAccepted() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("QUIT", ScriptedSmtpServer.HANG_UP))) {
            assertThat(send(server.port(), "hanako@minori-demo.example", this::count))
                    .isInstanceOf(SendOutcome.Accepted.class);
        }
    }

    @Test
    void nothingArrivesWhenTheHandoverIsRefused() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            assertThat(send(server.port(), "hanako@minori-demo.example", () -> false))
                    .isEqualTo(new SendOutcome.Withdrawn());
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void noServerIsDeferred() {
        assertThat(send(1, "hanako@minori-demo.example", this::count)).isInstanceOf(SendOutcome.Deferred.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hanako",
                "hanako@",
                "a@b.example,c@d.example",
                "花子@minori-demo.example",
                "a@b.example\r\nRCPT TO:<x@y.example>",
                "Hanako <a@b.example>",
                "group:a@b.example;"
            })
    void whatIsNoAddressIsNeverTried(String address) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            assertThat(send(server.port(), address, this::count)).isInstanceOf(SendOutcome.Refused.class);
            assertThat(server.messages()).isEmpty();
        }
    }

    private boolean count() {
        handovers.incrementAndGet();
        return true;
    }

    private static SendOutcome send(int port, String address, Handover handover) {
        OutboundMessage message = new OutboundMessage(
                DELIVERY,
                new OutboundMessage.Mailbox("佐藤花子", address),
                "ja",
                "株式会社みのり商店様: 利用が減っています",
                "本文です。\n.\n一行だけの点の後",
                "<p>本文です。</p>",
                Instant.parse("2026-11-22T01:02:03Z"));
        return new SmtpSender(TestSmtpConfig.at(port)).send(message, handover);
    }
}
