package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code /services/oauth2/token} and {@code /revoke}: client credentials, JWT bearer and the web server flow. None tells
 * {@code expires_in}: that a session has ended shows only in a 401.
 */
public final class OAuthEndpoints {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String JSON = "application/json;charset=UTF-8";

    private final Database database;
    private final Orgs orgs;
    private final Sessions sessions;
    private final Clock clock;
    private final WebServerFlow webServer;

    public OAuthEndpoints(Database database, Orgs orgs, Sessions sessions, Clock clock) {
        this.database = database;
        this.orgs = orgs;
        this.sessions = sessions;
        this.clock = clock;
        this.webServer = new WebServerFlow(database, orgs, sessions, clock);
    }

    /** {@code /services/oauth2/authorize}: the page a person approves at. */
    public void authorize(Exchange exchange) throws IOException, SQLException {
        webServer.authorize(exchange);
    }

    /** {@code POST /services/oauth2/token}. */
    public void token(Exchange exchange) throws IOException, SQLException {
        exchange.set("Cache-Control", "no-store").set("Pragma", "no-cache");
        try {
            Map<String, String> form = form(exchange);
            Granted granted = switch (form.getOrDefault("grant_type", "")) {
                case "client_credentials" -> clientCredentials(exchange, form);
                case JWT_BEARER -> jwtBearer(exchange, form);
                case "authorization_code" -> webServer.exchange(form, credentials(exchange, form));
                case "refresh_token" -> webServer.refresh(form, credentials(exchange, form));
                default -> throw new OAuthFault(400, "unsupported_grant_type", "grant type not supported");
            };
            exchange.respond(200, JSON, Json.bytes(response(exchange, granted)));
        } catch (OAuthFault fault) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("error", fault.error());
            error.put("error_description", fault.description());
            exchange.respond(fault.status(), JSON, Json.bytes(error));
        }
    }

    /** {@code /services/oauth2/revoke}: ends a session, or with a refresh token all of its family. */
    public void revoke(Exchange exchange) throws IOException, SQLException {
        String token = form(exchange).getOrDefault("token", "");
        boolean known = webServer.revoke(token);
        if (!known && sessions.find(token).isEmpty()) {
            exchange.respond(
                    400,
                    JSON,
                    Json.bytes(Map.of(
                            "error",
                            "unsupported_token_type",
                            "error_description",
                            "this token type is not supported")));
            return;
        }
        sessions.end(token);
        exchange.respondEmpty(200);
    }

    private Granted clientCredentials(Exchange exchange, Map<String, String> form) throws OAuthFault, SQLException {
        Credentials given = credentials(exchange, form);
        ConnectedApp app = app(given.clientId());
        given.check(app);
        return grant(app, given.secret());
    }

    private static Credentials credentials(Exchange exchange, Map<String, String> form) throws OAuthFault {
        String basic = exchange.header("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            try {
                String pair =
                        new String(Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return new Credentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
                }
            } catch (IllegalArgumentException e) {
                throw new OAuthFault(400, "invalid_client", "invalid client credentials");
            }
        }
        return new Credentials(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
    }

    private Granted jwtBearer(Exchange exchange, Map<String, String> form) throws OAuthFault, SQLException {
        JwtAssertion assertion = JwtAssertion.parse(form.getOrDefault("assertion", ""));
        ConnectedApp app = app(assertion.issuer());
        String publicKey = app.publicKey();
        if (publicKey == null) {
            throw new OAuthFault(400, "invalid_grant", "user hasn't approved this consumer");
        }
        List<String> audiences = List.of(
                "https://login.salesforce.com",
                "https://test.salesforce.com",
                exchange.baseUrl(),
                exchange.baseUrl() + "/services/oauth2/token");
        assertion.verify(publicKey, audiences, clock.instant());
        if (!assertion.subject().equalsIgnoreCase(app.username())) {
            throw new OAuthFault(400, "invalid_grant", "user hasn't approved this consumer");
        }
        return grant(app, publicKey);
    }

    private ConnectedApp app(String clientId) throws OAuthFault, SQLException {
        return orgs.app(clientId)
                .orElseThrow(() -> new OAuthFault(400, "invalid_client_id", "client identifier invalid"));
    }

    private Granted grant(ConnectedApp app, String signingKey) throws OAuthFault, SQLException {
        Org org =
                orgs.find(app.org()).orElseThrow(() -> new OAuthFault(400, "inactive_org", "organization is inactive"));
        String userId = new Users(database).idOf(org, app.username());
        return new Granted(org, userId, sessions.open(org, userId), signingKey, "api", null);
    }

    private Map<String, Object> response(Exchange exchange, Granted granted) {
        String id = exchange.baseUrl() + "/id/" + granted.org().id() + "/" + granted.userId();
        String issuedAt = String.valueOf(clock.millis());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", granted.token());
        body.put("signature", signature(granted.signingKey(), id + issuedAt));
        if (granted.refreshToken() != null) {
            body.put("refresh_token", granted.refreshToken());
        }
        body.put("scope", granted.scope());
        body.put("instance_url", exchange.baseUrl());
        body.put("id", id);
        body.put("token_type", "Bearer");
        body.put("issued_at", issuedAt);
        body.put("api_instance_url", exchange.baseUrl());
        return body;
    }

    private static String signature(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** The fields of the query string and of the form in the body. */
    static Map<String, String> form(Exchange exchange) {
        Map<String, String> fields = new HashMap<>();
        addPairs(fields, exchange.rawQuery() == null ? "" : exchange.rawQuery());
        addPairs(fields, exchange.bodyText());
        return fields;
    }

    private static void addPairs(Map<String, String> fields, String encoded) {
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
