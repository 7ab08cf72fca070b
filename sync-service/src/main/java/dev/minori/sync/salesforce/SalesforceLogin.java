package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.salesforce.SalesforceAccess.Grant;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.http.HttpCaller;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gets and keeps the access token of one connection. Neither grant has a refresh token, and Salesforce does not say how
 * long a token lives: expiry shows as 401, then one caller fetches a new one and the others use it.
 */
final class SalesforceLogin {
    /** Salesforce refuses assertions that live longer than five minutes; its own examples use three. */
    private static final int ASSERTION_SECONDS = 180;

    private final SalesforceAccess access;
    private final HttpCaller http;
    private final Clock clock;
    private @Nullable AccessToken held;

    SalesforceLogin(SalesforceAccess access, HttpCaller http, Clock clock) {
        this.access = access;
        this.http = http;
        this.clock = clock;
    }

    /** The token in use, fetched if there is none yet. */
    synchronized AccessToken token() {
        AccessToken current = held;
        if (current == null) {
            current = fetch();
            held = current;
        }
        return current;
    }

    /** A token that is not the refused one. */
    synchronized AccessToken renew(AccessToken refused) {
        AccessToken current = held;
        if (current == null || current.value().equals(refused.value())) {
            current = fetch();
            held = current;
        }
        return current;
    }

    private AccessToken fetch() {
        HttpRequest request = HttpRequest.newBuilder(access.loginUrl().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        HttpResponse<byte[]> response = http.read(request);
        JsonNode answer = SalesforceJson.lenient(response.body());
        if (response.statusCode() == 200 && answer.path("access_token").isTextual()) {
            URI instance = URI.create(answer.path("instance_url")
                    .asText(access.loginUrl().toString())
                    .replaceAll("/+$", ""));
            return new AccessToken(answer.path("access_token").asText(), instance);
        }
        if (response.statusCode() >= 500) {
            throw new SourceException(
                    SourceFailure.UNREACHABLE,
                    new Wording(
                            "Salesforceのサインイン先がHTTP " + response.statusCode() + " を返しました。",
                            "Salesforce's sign-in answered HTTP " + response.statusCode() + "."));
        }
        String reason = answer.path("error").asText("HTTP " + response.statusCode());
        String description = answer.path("error_description").asText("");
        throw new SourceException(
                SourceFailure.UNAUTHORISED,
                new Wording(
                        "Salesforceにサインインできません(" + reason + ": " + description + ")。外部クライアントアプリケーションの設定と認証情報を確認してください。",
                        "Salesforce refused the sign-in (" + reason + ": " + description
                                + "). Check the external client app and the credentials."));
    }

    private String form() {
        Map<String, String> fields = switch (access.grant()) {
            case Grant.ClientCredentials(String clientId, String clientSecret) ->
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret);
            case Grant.JwtBearer jwt ->
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion(jwt));
        };
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String assertion(Grant.JwtBearer jwt) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = SalesforceJson.write(Map.of(
                "iss", jwt.clientId(),
                "sub", jwt.username(),
                "aud", access.loginUrl().toString(),
                "exp", clock.instant().getEpochSecond() + ASSERTION_SECONDS));
        String unsigned = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            String der = jwt.privateKeyPem().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(der))));
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // The cause may quote the key: it stays out of the exception.
            throw new SourceException(
                    SourceFailure.UNAUTHORISED,
                    new Wording("秘密鍵をPKCS#8形式のRSA鍵として読めません。", "The private key is not an RSA key in PKCS#8 PEM."));
        }
    }
}
