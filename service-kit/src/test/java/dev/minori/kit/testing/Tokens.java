package dev.minori.kit.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Access tokens for tests, signed with a key that lives as long as the JVM. An application under test that is started
 * with {@link #configuration()} accepts them without any provider.
 */
public final class Tokens {
    /** The demo workspace みのりデモ株式会社. */
    public static final UUID MINORI_DEMO = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    /** The second workspace, あおぞら商事, for isolation. */
    public static final UUID AOZORA = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    /** Who the tokens are meant for, see {@code MINORI_OIDC_AUDIENCE}. */
    public static final String AUDIENCE = "minori";

    private static final String PUBLIC_KEY = "minori.test.token.public-key";
    private static final String PRIVATE_KEY = "minori.test.token.private-key";

    private Tokens() {}

    /** What a Quarkus application needs to accept the tokens. */
    public static Map<String, String> configuration() {
        return Map.of(
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", "",
                "quarkus.oidc.public-key", key(PUBLIC_KEY),
                "quarkus.oidc.token.issuer", "any");
    }

    /**
     * A token of a person.
     *
     * @param user user name and subject, for example {@code hanako}
     */
    public static String of(String user, UUID workspace, String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user);
        claims.put("preferred_username", user);
        claims.put("name", user);
        claims.put("email", user + "@minori-demo.example");
        claims.put("roles", Arrays.asList(roles));
        claims.put("workspace", workspace.toString());
        return sign(claims, Duration.ofHours(1));
    }

    /** A token of a service: role service, no workspace of its own. */
    public static String ofService(String clientId) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", clientId);
        claims.put("roles", Arrays.asList("service"));
        return sign(claims, Duration.ofHours(1));
    }

    /** A token with any claims, which ends after the given time from now (before now if negative). */
    public static String sign(Map<String, Object> claims, Duration life) {
        Instant now = Instant.now();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("aud", AUDIENCE);
        all.putAll(claims);
        all.put("iss", "https://issuer.test.example");
        all.put("iat", now.minusSeconds(60).getEpochSecond());
        all.put("exp", now.plus(life).getEpochSecond());
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(json(all));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key(PRIVATE_KEY))));
    }

    /** System properties, because tests and their resources see this class through different class loaders. */
    private static synchronized String key(String property) {
        if (System.getProperty(PUBLIC_KEY) == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                System.setProperty(
                        PRIVATE_KEY,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC_KEY,
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return System.getProperty(property);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Iterable<?> list -> {
                StringBuilder text = new StringBuilder("[");
                String comma = "";
                for (Object item : list) {
                    text.append(comma).append(json(item));
                    comma = ",";
                }
                yield text.append(']').toString();
            }
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }
}
