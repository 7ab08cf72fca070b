package dev.minori.scoring.platform;

import dev.minori.scoring.recompute.UsageArrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** As whoever runs the service says. */
@ApplicationScoped
class ConfiguredUsageArrival implements UsageArrival {
    private final Duration settlesAfter;

    ConfiguredUsageArrival(@ConfigProperty(name = "minori.scoring.usage-settles-after") Duration settlesAfter) {
        this.settlesAfter = settlesAfter;
    }

    @Override
    public Duration settlesAfter() {
        return settlesAfter;
    }
}
