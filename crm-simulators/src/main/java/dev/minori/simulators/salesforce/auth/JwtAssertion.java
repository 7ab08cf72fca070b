package dev.minori.simulators.salesforce.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A JWT bearer assertion, checked as the real token endpoint does: RS256, audience, expiry at most five minutes ahead.
 * Source: Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration".
 */
record JwtAssertion(String issuer, String subject, List<String> audience, Instant expires, String signed, byte[] mac) {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Reads an assertion without trusting it yet. */
    static JwtAssertion parse(String token) throws OAuthFault {
        String[] parts = token.split("\\.", -1);
        try {
            if (parts.length != 3) {
                throw invalid("invalid assertion");
            }
            JsonNode header = Json.MAPPER.readTree(decode(parts[0]));
            if (!header.path("alg").asText().equals("RS256")) {
                throw invalid("invalid assertion");
            }
            JsonNode claims = Json.MAPPER.readTree(decode(parts[1]));
            JsonNode aud = claims.path("aud");
            List<String> audience =
                    aud.isArray() ? aud.valueStream().map(JsonNode::asText).toList() : List.of(aud.asText());
            return new JwtAssertion(
                    claims.path("iss").asText(),
                    claims.path("sub").asText(),
                    audience,
                    Instant.ofEpochSecond(claims.path("exp").asLong()),
                    parts[0] + "." + parts[1],
                    decode(parts[2]));
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("invalid assertion");
        }
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    /** Checks signature, audience and expiry. */
    void verify(String publicKeyPem, List<String> acceptedAudiences, Instant now) throws OAuthFault {
        if (audience.stream().noneMatch(acceptedAudiences::contains)) {
            throw invalid("invalid audience");
        }
        if (now.isAfter(expires.plus(SKEW))) {
            throw invalid("expired authorization code");
        }
        if (expires.isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw invalid("invalid assertion: exp is more than 5 minutes ahead");
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(publicKey(publicKeyPem));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            if (!verifier.verify(mac)) {
                throw invalid("invalid assertion");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw invalid("invalid assertion");
        }
    }

    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static OAuthFault invalid(String description) {
        return new OAuthFault(400, "invalid_grant", description);
    }
}
