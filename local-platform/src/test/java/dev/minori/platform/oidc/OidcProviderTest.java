package dev.minori.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.minori.platform.process.Ports;
import dev.minori.platform.testing.TestOidc;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcProviderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLBACK = "http://127.0.0.1:8080/callback";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static OidcProvider provider;

    @BeforeAll
    static void startProvider() {
        provider = OidcProvider.start(SigningKey.in(directory.resolve("key.pem")), Ports.free());
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @Test
    void signsInThroughTheCodeFlowWithPkceAndRefreshes() throws Exception {
        String verifier = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";
        String authorize = authorizeUrl(CALLBACK, verifier);
        HttpResponse<String> page = get(authorize, "ja");
        assertThat(page.body())
                .contains("佐藤花子", "<form method=\"post\">")
                .doesNotContain("{users}", "http://", "https://");

        HttpResponse<String> signedIn = post(authorize, Map.of("username", "hanako"));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        URI redirect = URI.create(signedIn.headers().firstValue("location").orElseThrow());
        assertThat(redirect.toString()).startsWith(CALLBACK).contains("state=s1");
        String code = query(redirect).get("code");

        JsonNode tokens = json(post(
                provider.issuer() + "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "client_id", "console",
                        "code_verifier", verifier)));
        SignedJWT access = SignedJWT.parse(tokens.get("access_token").asText());
        assertThat(access.verify(new RSASSAVerifier(
                        publishedKeys().getKeyByKeyId("minori").toRSAKey())))
                .isTrue();
        assertThat(access.getJWTClaimsSet().getClaims())
                .containsEntry("sub", "0190a000-0000-7000-8001-000000000001")
                .containsEntry("name", "佐藤花子")
                .containsEntry("email", "hanako@minori-demo.example")
                .containsEntry("preferred_username", "hanako")
                .containsEntry("roles", List.of("csm"))
                .containsEntry("workspace", "0190a000-0000-7000-8000-000000000001")
                .containsEntry("iss", provider.issuer());

        JsonNode refreshed = json(post(
                provider.issuer() + "/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asText(),
                        "client_id",
                        "console")));
        assertThat(SignedJWT.parse(refreshed.get("access_token").asText())
                        .getJWTClaimsSet()
                        .getStringClaim("preferred_username"))
                .isEqualTo("hanako");
    }

    @Test
    void refusesACodeWithTheWrongVerifier() throws Exception {
        String authorize = authorizeUrl(CALLBACK, "a-verifier-that-is-long-enough-for-the-rule-of-43-characters");
        HttpResponse<String> signedIn = post(authorize, Map.of("username", "kenji"));
        String code = query(URI.create(signedIn.headers().firstValue("location").orElseThrow()))
                .get("code");
        HttpResponse<String> refused = post(
                provider.issuer() + "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "client_id", "console",
                        "code_verifier", "another-verifier-that-is-also-long-enough-for-the-rule"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void claimsFromTheBrowserAreIgnored() throws Exception {
        String authorize = authorizeUrl(CALLBACK, "a-verifier-that-is-long-enough-for-the-rule-of-43-characters");
        HttpResponse<String> signedIn =
                post(authorize, Map.of("username", "viewer", "claims", "{\"roles\":[\"admin\"]}"));
        String code = query(URI.create(signedIn.headers().firstValue("location").orElseThrow()))
                .get("code");
        JsonNode tokens = json(post(
                provider.issuer() + "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "client_id", "console",
                        "code_verifier", "a-verifier-that-is-long-enough-for-the-rule-of-43-characters")));
        assertThat(SignedJWT.parse(tokens.get("access_token").asText())
                        .getJWTClaimsSet()
                        .getStringListClaim("roles"))
                .containsExactly("viewer");
    }

    @Test
    void servicesGetTheServiceRoleWithTheirSecretOnly() throws Exception {
        JsonNode tokens = json(post(
                provider.issuer() + "/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "scoring-service",
                        "client_secret", LocalIssuer.CLIENT_SECRET)));
        var claims = SignedJWT.parse(tokens.get("access_token").asText()).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
        assertThat(claims.getSubject()).isEqualTo("scoring-service");
        assertThat(claims.getClaim("workspace")).isNull();

        HttpResponse<String> refused = post(
                provider.issuer() + "/token",
                Map.of("grant_type", "client_credentials", "client_id", "scoring-service", "client_secret", "guess"));
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void redirectsOnlyToThisMachineAndOnlyForDemoUsers() throws Exception {
        String verifier = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";
        assertThat(get(authorizeUrl("https://evil.example/callback", verifier), "ja")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(authorizeUrl(CALLBACK, verifier), Map.of("username", "root"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(provider.issuer().replace("/minori", "/other") + "/jwks", "ja")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        String url = authorizeUrl(CALLBACK, "a-verifier-that-is-long-enough-for-the-rule-of-43-characters");
        assertThat(get(url, "en-US,en;q=0.9,ja;q=0.8").body()).contains("Sign in to Minori");
        assertThat(get(url, "ja,en;q=0.5").body()).contains("Minori にサインイン");
        assertThat(get(url + "&ui_locales=en", "ja").body()).contains("lang=\"en\"");
    }

    @Test
    void theKeyOutlivesARestartAndIsPrivate() throws Exception {
        Path file = directory.resolve("kept.pem");
        String first = SigningKey.in(file).publicKey().getModulus().toString();
        assertThat(SigningKey.in(file).publicKey().getModulus().toString()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void testTokensAreSignedByTheKeyThatTheTestProviderPublishes() throws Exception {
        JWKSet published = JWKSet.parse(get(TestOidc.issuer() + "/jwks", "ja").body());
        var verifier = new RSASSAVerifier(published.getKeyByKeyId("minori").toRSAKey());
        SignedJWT token = SignedJWT.parse(TestOidc.demoToken("admin"));
        assertThat(token.verify(verifier)).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(TestOidc.issuer());
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles"))
                .containsExactly("admin", "integrator", "cs-ops");
        assertThat(SignedJWT.parse(TestOidc.forgedToken(Map.of("sub", "mallory")))
                        .verify(verifier))
                .isFalse();
        SignedJWT expired = SignedJWT.parse(TestOidc.expiredToken(Map.of("sub", "late")));
        assertThat(expired.verify(verifier)).isTrue();
        assertThat(expired.getJWTClaimsSet().getExpirationTime())
                .isBefore(token.getJWTClaimsSet().getIssueTime());
    }

    private static JWKSet publishedKeys() throws Exception {
        JsonNode discovery = json(get(provider.issuer() + "/.well-known/openid-configuration", "ja"));
        assertThat(discovery.get("issuer").asText()).isEqualTo(provider.issuer());
        return JWKSet.parse(get(discovery.get("jwks_uri").asText(), "ja").body());
    }

    private static String authorizeUrl(String callback, String verifier) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return provider.issuer() + "/authorize?"
                + encode(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        "console",
                        "scope",
                        "openid",
                        "state",
                        "s1",
                        "redirect_uri",
                        callback,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest)));
    }

    private static HttpResponse<String> get(String url, String language) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String url, Map<String, String> form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(URI uri) {
        return java.util.Arrays.stream(uri.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
