package dev.minori.simulators.salesforce.org;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that may ask for tokens.
 *
 * @param secretSha256 hex digest of the client secret
 * @param username the execution user of client credentials, and the only user a JWT may name
 * @param publicKey X.509 public key in PEM for JWT bearer, or null when only client credentials are allowed
 * @param redirectUris where the web server flow may send its code to; without one the flow is closed
 * @param rotateRefreshTokens a refresh token is good for one use and answered with the next
 */
public record ConnectedApp(
        String clientId,
        String org,
        String secretSha256,
        String username,
        @Nullable String publicKey,
        List<String> redirectUris,
        boolean rotateRefreshTokens) {

    public ConnectedApp {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Hex SHA-256 of a secret or token, which is all that is stored of it. */
    public static String digest(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ConnectedApp[" + clientId + " of " + org + "]";
    }
}
