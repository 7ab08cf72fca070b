package dev.minori.kit.profile;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the profile. Whoever says nothing runs in production. */
@Singleton
class ProfileProducer {
    @Produces
    @Singleton
    Profile profile(@ConfigProperty(name = "minori.profile", defaultValue = "production") String name) {
        return Profile.of(name);
    }
}
