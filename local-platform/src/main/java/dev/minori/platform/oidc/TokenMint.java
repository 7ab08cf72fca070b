package dev.minori.platform.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signs access tokens (JWT, RS256) as the local provider does, for any claims. Whoever has the signing key can be
 * anybody: that is what tests need, and why the key never leaves the machine.
 */
public final class TokenMint {

    /** The audience of every access token of Minori. */
    public static final String AUDIENCE = "minori";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;
    private final SigningKey key;
    private final Clock clock;

    /**
     * A mint.
     *
     * @param issuer the issuer URL; its last path segment is the key's id, as in the provider
     */
    public TokenMint(String issuer, SigningKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Signs a token.
     *
     * @param claims {@code sub} and what else the token says; standard claims are added
     * @param lifetime from now to {@code exp}; negative for a token that has already expired
     */
    public String sign(Map<String, Object> claims, Duration lifetime) {
        Instant now = clock.instant();
        Map<String, Object> body = new LinkedHashMap<>(claims);
        body.put("iss", issuer);
        body.put("aud", List.of(AUDIENCE));
        body.put("iat", Math.min(now.getEpochSecond(), now.plus(lifetime).getEpochSecond()));
        body.put("exp", now.plus(lifetime).getEpochSecond());
        body.put("jti", UUID.randomUUID().toString());
        String keyId = issuer.substring(issuer.lastIndexOf('/') + 1);
        try {
            String signed = part(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)) + "." + part(body);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    private static String part(Map<String, Object> content) {
        try {
            return encode(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A claim cannot be written as JSON", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
