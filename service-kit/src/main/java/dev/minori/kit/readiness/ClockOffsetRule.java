package dev.minori.kit.readiness;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Nobody moves the clock of a real installation: due dates and histories would lie. */
@Singleton
class ClockOffsetRule implements ReadinessRule {
    private final Optional<String> file;

    ClockOffsetRule(@ConfigProperty(name = "minori.clock-offset-file") Optional<String> file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "clock-offset";
    }

    @Override
    public Verdict check() {
        return file.isEmpty()
                ? ReadinessRule.ok()
                : ReadinessRule.refuse("MINORI_CLOCK_OFFSET_FILE", "is for development only; unset it");
    }
}
