package dev.minori.kit.profile;

import java.util.Locale;

/** What an installation may do: a developer's machine, or anything else. */
public enum Profile {
    /** Loopback OIDC issuer, demo secrets and a movable clock are allowed. */
    LOCAL,
    /** None of them is; readiness refuses a configuration that contains one. */
    PRODUCTION;

    /** The profile called so in {@code MINORI_PROFILE}. Throws IllegalArgumentException for any other name. */
    public static Profile of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "local" -> LOCAL;
            case "production" -> PRODUCTION;
            default ->
                throw new IllegalArgumentException("MINORI_PROFILE must be local or production, was '" + name + "'");
        };
    }

    public boolean isLocal() {
        return this == LOCAL;
    }
}
