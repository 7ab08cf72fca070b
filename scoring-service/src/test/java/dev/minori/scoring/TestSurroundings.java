package dev.minori.scoring;

import dev.minori.kit.testing.FrozenClock;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.customer.VisibilityRule;
import dev.minori.scoring.customer.WorkspaceTerms;
import dev.minori.scoring.expression.WorkspaceTimes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still and workspaces in Tokyo. */
@ApplicationScoped
class TestSurroundings {
    /** Noon in Tokyo on Sunday, 22 November 2026. */
    static final String START = "2026-11-22T03:00:00Z";

    private static final FrozenClock CLOCK = FrozenClock.at(START);

    static FrozenClock testClock() {
        return CLOCK;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return CLOCK;
    }

    /** Every workspace a test makes lives in Tokyo. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class InTokyo implements WorkspaceTimes {
        static final List<UUID> WORKSPACES = new CopyOnWriteArrayList<>();

        @Override
        public List<UUID> all() {
            return List.copyOf(WORKSPACES);
        }

        @Override
        public Optional<ZoneId> zone(UUID workspaceId) {
            return Optional.of(ZoneId.of("Asia/Tokyo"));
        }
    }

    /** Yen, and years that begin in April. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class InYen implements WorkspaceTerms {
        @Override
        public Terms of(UUID workspaceId) {
            return new Terms("JPY", 4);
        }
    }

    /** Everybody sees everything unless a test says otherwise. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class AsTheTestSays implements VisibilityRule {
        static volatile Visibility current = new Visibility.Everything();

        @Override
        public Visibility ofCaller() {
            return current;
        }
    }
}
