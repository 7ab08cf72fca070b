package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.ConnectedApp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A client id and its secret, as a request gave them. */
record Credentials(String clientId, String secret) {

    void check(ConnectedApp app) throws OAuthFault {
        if (!fits(app)) {
            throw new OAuthFault(400, "invalid_client", "invalid client credentials");
        }
    }

    boolean fits(ConnectedApp app) {
        byte[] expected = app.secretSha256().getBytes(StandardCharsets.US_ASCII);
        byte[] digest = ConnectedApp.digest(secret).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, digest);
    }

    @Override
    public String toString() {
        return "Credentials[" + clientId + "]";
    }
}
