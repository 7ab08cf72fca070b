package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The web server flow with PKCE: a page where a person approves, a code for one use within fifteen minutes, refresh tokens.
 * With rotation on, a refresh token that is used twice ends everything that came from its approval. Source: Salesforce
 * Help, "OAuth 2.0 Web Server Flow" and "Refresh Token Rotation".
 */
final class WebServerFlow {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);
    private static final String DEFAULT_SCOPE = "refresh_token api id";

    private final Database database;
    private final Orgs orgs;
    private final Sessions sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebServerFlow(Database database, Orgs orgs, Sessions sessions, Clock clock) {
        this.database = database;
        this.orgs = orgs;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** {@code GET} shows the page, {@code POST} is its answer: {@code username} and {@code decision}. */
    void authorize(Exchange exchange) throws IOException, SQLException {
        Map<String, String> form = OAuthEndpoints.form(exchange);
        String redirect = form.getOrDefault("redirect_uri", "");
        try {
            ConnectedApp app = app(form.getOrDefault("client_id", ""));
            if (!app.redirectUris().contains(redirect)) {
                throw new OAuthFault(400, "redirect_uri_mismatch", "redirect_uri must match configuration");
            }
            if (!form.getOrDefault("response_type", "").equals("code")) {
                throw new OAuthFault(400, "unsupported_response_type", "response type not supported");
            }
            if (form.containsKey("code_challenge")
                    && !form.getOrDefault("code_challenge_method", "S256").equals("S256")) {
                throw new OAuthFault(400, "invalid_request", "code challenge method must be S256");
            }
            if (exchange.method().equals("GET")) {
                exchange.respond(200, "text/html;charset=UTF-8", ApprovalPage.html(app, form));
            } else if (form.getOrDefault("decision", "").equals("allow")) {
                sendBack(exchange, redirect, form, "code", code(app, form, redirect));
            } else {
                sendBack(exchange, redirect, form, "error", "access_denied");
            }
        } catch (OAuthFault fault) {
            exchange.respond(
                    fault.status(), "text/html;charset=UTF-8", ApprovalPage.error(fault.error(), fault.description()));
        }
    }

    private static void sendBack(
            Exchange exchange, String redirect, Map<String, String> form, String name, String value)
            throws IOException {
        String state = form.get("state");
        exchange.set(
                "Location",
                redirect + (redirect.contains("?") ? "&" : "?") + name + "=" + encoded(value)
                        + (state == null ? "" : "&state=" + encoded(state)));
        exchange.respondEmpty(302);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String code(ConnectedApp app, Map<String, String> form, String redirect) throws OAuthFault, SQLException {
        String username = form.getOrDefault("username", "");
        String user = new Users(database).idOf(org(app), username.isBlank() ? app.username() : username.strip());
        String code = "aPrx" + secret(48);
        database.run(connection -> {
            Sql.update(connection, "delete from sf_code where expires_at < ?", clock.instant());
            Sql.update(
                    connection,
                    "insert into sf_code (code_sha256, client_id, user_id, scope, redirect_uri, challenge, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    ConnectedApp.digest(code),
                    app.clientId(),
                    user,
                    form.getOrDefault("scope", DEFAULT_SCOPE).replace("offline_access", "refresh_token"),
                    redirect,
                    form.get("code_challenge"),
                    clock.instant().plus(CODE_LIFETIME));
        });
        return code;
    }

    private record Approval(
            String userId,
            String scope,
            String redirect,
            @Nullable String challenge) {}

    /** Grant {@code authorization_code}. A code is good once, whether the request with it succeeds or not. */
    Granted exchange(Map<String, String> form, Credentials given) throws OAuthFault, SQLException {
        ConnectedApp app = app(given.clientId());
        given.check(app);
        Approval approval = database.transact(connection -> Sql.first(
                        connection,
                        row -> new Approval(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        "delete from sf_code where code_sha256 = ? and client_id = ? and expires_at >= ?"
                                + " returning user_id, scope, redirect_uri, challenge",
                        ConnectedApp.digest(form.getOrDefault("code", "")),
                        app.clientId(),
                        clock.instant()))
                .orElseThrow(() -> new OAuthFault(400, "invalid_grant", "expired authorization code"));
        if (!approval.redirect.equals(form.getOrDefault("redirect_uri", ""))) {
            throw new OAuthFault(400, "redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        String challenge = approval.challenge;
        if (challenge != null && !challenge.equals(s256(form.getOrDefault("code_verifier", "")))) {
            throw new OAuthFault(400, "invalid_grant", "invalid code verifier");
        }
        String family = UUID.randomUUID().toString();
        boolean refreshable = List.of(approval.scope.split(" ")).contains("refresh_token");
        String refresh = refreshable ? issue(app, family, approval.userId, approval.scope) : null;
        return grant(app, given, family, approval.userId, approval.scope, refresh);
    }

    private record Known(String family, String userId, String scope, boolean used) {}

    /** Grant {@code refresh_token}. */
    Granted refresh(Map<String, String> form, Credentials given) throws OAuthFault, SQLException {
        ConnectedApp app = app(given.clientId());
        given.check(app);
        String digest = ConnectedApp.digest(form.getOrDefault("refresh_token", ""));
        Optional<Known> found = database.transact(connection -> {
            Optional<Known> known = Sql.first(
                    connection,
                    row -> new Known(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                    "select family, user_id, scope, used from sf_refresh_token where token_sha256 = ? and client_id = ?"
                            + " for update",
                    digest,
                    app.clientId());
            if (known.isPresent() && app.rotateRefreshTokens()) {
                Sql.update(connection, "update sf_refresh_token set used = true where token_sha256 = ?", digest);
            }
            return known;
        });
        Known known = found.orElseThrow(WebServerFlow::expired);
        if (known.used) {
            // Somebody else holds a copy: nothing that came from this approval is to be trusted any more.
            end(known.family);
            throw expired();
        }
        String next = app.rotateRefreshTokens() ? issue(app, known.family, known.userId, known.scope) : null;
        return grant(app, given, known.family, known.userId, known.scope, next);
    }

    private static OAuthFault expired() {
        return new OAuthFault(400, "invalid_grant", "expired access/refresh token");
    }

    /** Ends the family of a refresh token; false when it is none. */
    boolean revoke(String token) throws SQLException {
        Optional<String> family = database.transact(connection -> Sql.first(
                connection,
                row -> row.getString(1),
                "select family from sf_refresh_token where token_sha256 = ?",
                ConnectedApp.digest(token)));
        if (family.isPresent()) {
            end(family.get());
        }
        return family.isPresent();
    }

    private void end(String family) throws SQLException {
        database.run(connection -> {
            Sql.update(connection, "delete from sf_refresh_token where family = ?", family);
            Sql.update(connection, "update sf_session set ended = true where family = ?", family);
        });
    }

    private String issue(ConnectedApp app, String family, String userId, String scope) throws SQLException {
        String token = "5Aep861" + secret(54);
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_refresh_token (token_sha256, family, client_id, user_id, scope) values (?, ?, ?, ?, ?)",
                ConnectedApp.digest(token),
                family,
                app.clientId(),
                userId,
                scope));
        return token;
    }

    private Granted grant(
            ConnectedApp app,
            Credentials given,
            String family,
            String userId,
            String scope,
            @Nullable String refreshToken)
            throws OAuthFault, SQLException {
        Org org = org(app);
        return new Granted(org, userId, sessions.open(org, userId, family, scope), given.secret(), scope, refreshToken);
    }

    private Org org(ConnectedApp app) throws OAuthFault {
        return orgs.find(app.org()).orElseThrow(() -> new OAuthFault(400, "inactive_org", "organization is inactive"));
    }

    private ConnectedApp app(String clientId) throws OAuthFault, SQLException {
        return orgs.app(clientId)
                .orElseThrow(() -> new OAuthFault(400, "invalid_client_id", "client identifier invalid"));
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
