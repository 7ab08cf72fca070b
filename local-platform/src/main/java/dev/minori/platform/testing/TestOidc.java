package dev.minori.platform.testing;

import dev.minori.platform.oidc.DemoUsers;
import dev.minori.platform.oidc.LocalIssuer;
import dev.minori.platform.oidc.OidcMain;
import dev.minori.platform.oidc.SigningKey;
import dev.minori.platform.oidc.TokenMint;
import dev.minori.platform.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The local OIDC provider for tests, in a JVM of its own, and tokens for anybody. Services under test fetch its keys over
 * HTTP and check signatures as they do in production.
 */
public final class TestOidc {

    /** {@code <issuer URL>#<path of the signing key>}. */
    public static final String SETTING = "MINORI_TEST_OIDC";

    private static final String KEY_FILE = "oidc-key.pem";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private TestOidc() {}

    /** The issuer URL; starts the provider when none is there yet. */
    public static String issuer() {
        return setting().substring(0, setting().indexOf('#'));
    }

    /** What a service must be told: {@code MINORI_OIDC_ISSUER} and the client secret of a local machine. */
    public static Map<String, String> environment() {
        return Map.of("MINORI_OIDC_ISSUER", issuer(), "MINORI_OIDC_CLIENT_SECRET", LocalIssuer.CLIENT_SECRET);
    }

    /** A token of one of the demo users, for example {@code hanako}. */
    public static String demoToken(String userName) {
        return token(DemoUsers.findByUserName(userName)
                .orElseThrow(() -> new IllegalArgumentException("No demo user " + userName))
                .claims());
    }

    /** A token of anybody in any workspace. The user's id is derived from the name, so it is stable. */
    public static String token(String userName, UUID workspace, String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(
                "sub",
                UUID.nameUUIDFromBytes(userName.getBytes(StandardCharsets.UTF_8))
                        .toString());
        claims.put("name", userName);
        claims.put("email", userName + "@minori-demo.example");
        claims.put("preferred_username", userName);
        claims.put("roles", List.of(roles));
        claims.put("workspace", workspace.toString());
        return token(claims);
    }

    /** A token as services get it by client credentials: role {@code service}, no workspace. */
    public static String serviceToken(String clientId) {
        return token(Map.of("sub", clientId, "roles", List.of("service")));
    }

    /** A token with exactly these claims besides the standard ones. */
    public static String token(Map<String, Object> claims) {
        return mint(keyFile()).sign(claims, LIFETIME);
    }

    /** A rightly signed token that expired an hour ago. */
    public static String expiredToken(Map<String, Object> claims) {
        return mint(keyFile()).sign(claims, LIFETIME.negated());
    }

    /** A token that names our issuer and key but is signed by somebody else. */
    public static String forgedToken(Map<String, Object> claims) {
        try {
            Path directory = Files.createTempDirectory("minori-forged-");
            Path key = directory.resolve("key.pem");
            String token = mint(key).sign(claims, LIFETIME);
            Files.delete(key);
            Files.delete(directory);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenMint mint(Path key) {
        return new TokenMint(issuer(), SigningKey.in(key), Clock.systemUTC());
    }

    private static Path keyFile() {
        return Path.of(setting().substring(setting().indexOf('#') + 1));
    }

    private static synchronized String setting() {
        return SharedSetting.find(SETTING).orElseGet(() -> SharedSetting.share(SETTING, start()));
    }

    private static String start() {
        int port = Ports.free();
        Path directory = TestProcess.start("oidc", port, OidcMain.class, home -> {
            SigningKey.in(home.resolve(KEY_FILE));
            return List.of(home.resolve(KEY_FILE).toString(), Integer.toString(port));
        });
        return LocalIssuer.url(port) + "#" + directory.resolve(KEY_FILE);
    }
}
