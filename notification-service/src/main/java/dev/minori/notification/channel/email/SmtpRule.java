package dev.minori.notification.channel.email;

import dev.minori.kit.readiness.ReadinessRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Mail that crosses a network does so encrypted, and has a sender that exists. */
@ApplicationScoped
public class SmtpRule implements ReadinessRule {
    private final SmtpConfig config;

    public SmtpRule(SmtpConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Verdict check() {
        String host = config.host().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        if (!here && config.tls() == SmtpConfig.Protection.NONE) {
            return ReadinessRule.refuse(
                    "MINORI_SMTP_TLS", "must be starttls or tls for a mail server on another machine");
        }
        if (config.from().toLowerCase(Locale.ROOT).replace(">", "").strip().endsWith(".invalid")) {
            return ReadinessRule.refuse("MINORI_SMTP_FROM", "must be an address of yours that may send mail");
        }
        return ReadinessRule.ok();
    }
}
