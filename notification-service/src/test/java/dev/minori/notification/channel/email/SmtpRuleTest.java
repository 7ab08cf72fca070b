package dev.minori.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.readiness.ReadinessRule.Ok;
import dev.minori.kit.readiness.ReadinessRule.Refused;
import dev.minori.kit.readiness.ReadinessRule.Verdict;
import dev.minori.notification.channel.email.SmtpConfig.Protection;
import org.junit.jupiter.api.Test;

class SmtpRuleTest {
    private static final String SENDER = "Minori <minori@example.co.jp>";

    @Test
    void mailCrossesNetworksEncrypted() {
        assertThat(check("smtp.example.co.jp", SENDER, Protection.NONE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.property()).isEqualTo("MINORI_SMTP_TLS"));
        assertThat(check("smtp.example.co.jp", SENDER, Protection.STARTTLS)).isInstanceOf(Ok.class);
        assertThat(check("127.0.0.1", SENDER, Protection.NONE)).isInstanceOf(Ok.class);
    }

    @Test
    void theSenderMustExist() {
        assertThat(check("smtp.example.co.jp", "Minori <no-reply@minori.invalid>", Protection.TLS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.property()).isEqualTo("MINORI_SMTP_FROM"));
    }

    private static Verdict check(String host, String from, Protection tls) {
        return new SmtpRule(new TestSmtpConfig(host, 25, from, tls)).check();
    }
}
