package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.Org;
import org.jspecify.annotations.Nullable;

/** What a token request was granted. */
record Granted(
        Org org,
        String userId,
        String token,
        String signingKey,
        String scope,
        @Nullable String refreshToken) {
    @Override
    public String toString() {
        return "Granted[" + org.name() + ", " + userId + "]";
    }
}
