package dev.minori.kit.readiness;

import dev.minori.kit.profile.Profile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Keeps traffic away from a service whose configuration is dangerous, and says which setting it is. */
@Readiness
@ApplicationScoped
class ConfigurationCheck implements HealthCheck {
    private final Profile profile;
    private final Iterable<ReadinessRule> rules;

    @Inject
    ConfigurationCheck(Profile profile, @Any Instance<ReadinessRule> rules) {
        this(profile, (Iterable<ReadinessRule>) rules);
    }

    ConfigurationCheck(Profile profile, Iterable<ReadinessRule> rules) {
        this.profile = profile;
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("configuration").up();
        for (ReadinessRule rule : rules) {
            if (profile.isLocal() && !rule.alsoLocally()) {
                continue;
            }
            switch (judge(rule)) {
                case ReadinessRule.Ok _ -> {}
                case ReadinessRule.Refused refused -> {
                    answer.down().withData(refused.property(), refused.message());
                    Log.warnf("not ready (%s): %s: %s", rule.name(), refused.property(), refused.message());
                }
            }
        }
        return answer.build();
    }

    private static ReadinessRule.Verdict judge(ReadinessRule rule) {
        try {
            return rule.check();
        } catch (RuntimeException failure) {
            Log.warnf(failure, "the rule %s could not be asked", rule.name());
            return ReadinessRule.refuse(rule.name(), "could not be checked; the log tells why");
        }
    }
}
