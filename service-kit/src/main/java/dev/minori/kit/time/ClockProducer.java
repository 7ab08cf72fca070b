package dev.minori.kit.time;

import dev.minori.kit.profile.Profile;
import io.quarkus.arc.DefaultBean;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the clock that everything else injects. Only here does the machine's time enter. */
@Singleton
class ClockProducer {
    /**
     * The machine's clock in UTC. The offset file moves it in the local profile only; elsewhere it is ignored and
     * readiness refuses it.
     */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(Profile profile, @ConfigProperty(name = "minori.clock-offset-file") Optional<String> offsetFile) {
        if (offsetFile.isEmpty()) {
            return Clock.systemUTC();
        }
        return switch (profile) {
            case LOCAL -> new OffsetClock(Clock.systemUTC(), Path.of(offsetFile.get()));
            case PRODUCTION -> {
                Log.warn("MINORI_CLOCK_OFFSET_FILE is ignored outside the local profile");
                yield Clock.systemUTC();
            }
        };
    }
}
