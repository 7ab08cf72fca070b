package dev.minori.platform.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the protocol server and lets pass what a local machine needs: demo users only, services with their
 * secret, redirects to this machine, one issuer.
 */
final class DemoRules implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {

    private static final String ROOT = "/" + LocalIssuer.ID;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> protocol;
    private final LoginPage loginPage;

    DemoRules(Function1<OAuth2HttpRequest, OAuth2HttpResponse> protocol, LoginPage loginPage) {
        this.protocol = protocol;
        this.loginPage = loginPage;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        // The protocol server derives the issuer from the Host header: only this machine's own names may pass.
        if (!LOOPBACK.contains(request.getUrl().host())) {
            return error(403, "access_denied", "This provider answers on the loopback interface only");
        }
        String path = request.getUrl().encodedPath();
        return switch (path) {
            case ROOT + "/authorize" -> authorize(request);
            case ROOT + "/token" -> token(request);
            default ->
                path.startsWith(ROOT + "/") && !path.contains("debugger")
                        ? protocol.invoke(request)
                        : error(404, "not_found", "The issuer is " + ROOT);
        };
    }

    private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
        if (!redirectsToThisMachine(request.getUrl().queryParameter("redirect_uri"))) {
            return error(400, "invalid_request", "redirect_uri must be an http(s) address of this machine");
        }
        if (!request.getMethod().equals("POST")) {
            return html(loginPage.render(LoginPage.wantsJapanese(languages(request))));
        }
        Optional<DemoUser> user = DemoUsers.findByUserName(form(request).getOrDefault("username", ""));
        if (user.isEmpty()) {
            return error(400, "access_denied", "There is no such demo user");
        }
        // Claims come from the list of demo users, never from the browser.
        return protocol.invoke(withForm(
                request,
                Map.of(
                        "username",
                        user.get().id().toString(),
                        "claims",
                        json(user.get().claims()))));
    }

    private OAuth2HttpResponse token(OAuth2HttpRequest request) {
        Map<String, String> form = form(request);
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                hasLocalSecret(request)
                        ? protocol.invoke(request)
                        : error(401, "invalid_client", "Unknown client or wrong secret");
            case "password" -> {
                Optional<DemoUser> user = DemoUsers.findByUserName(form.getOrDefault("username", ""));
                if (user.isEmpty()) {
                    yield error(400, "invalid_grant", "There is no such demo user");
                }
                Map<String, String> changed = new LinkedHashMap<>(form);
                changed.put("username", user.get().id().toString());
                yield protocol.invoke(withForm(request, changed));
            }
            case "authorization_code", "refresh_token" -> protocol.invoke(request);
            default -> error(400, "unsupported_grant_type", "Code, refresh, password and client credentials only");
        };
    }

    private static boolean hasLocalSecret(OAuth2HttpRequest request) {
        try {
            ClientAuthentication client = ClientAuthentication.parse(request.asNimbusHTTPRequest());
            return client instanceof PlainClientSecret secret
                    && MessageDigest.isEqual(
                            secret.getClientSecret().getValueBytes(),
                            LocalIssuer.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8));
        } catch (ParseException e) {
            return false;
        }
    }

    private static boolean redirectsToThisMachine(@Nullable String redirect) {
        if (redirect == null) {
            return false;
        }
        try {
            URI uri = URI.create(redirect);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String languages(OAuth2HttpRequest request) {
        String chosen = request.getUrl().queryParameter("ui_locales");
        String accepted = request.getHeaders().get("Accept-Language");
        return chosen != null ? chosen : accepted != null ? accepted : "";
    }

    private static Map<String, String> form(OAuth2HttpRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        String body = request.getBody();
        if (body != null) {
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return fields;
    }

    private static OAuth2HttpRequest withForm(OAuth2HttpRequest request, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        Headers headers = request.getHeaders()
                .newBuilder()
                .set("Content-Type", "application/x-www-form-urlencoded")
                .set("Content-Length", Integer.toString(body.length()))
                .build();
        return new OAuth2HttpRequest(headers, request.getMethod(), request.getOriginalUrl(), body);
    }

    private static OAuth2HttpResponse html(String page) {
        return new OAuth2HttpResponse(
                Headers.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
                200,
                page,
                null);
    }

    private static OAuth2HttpResponse error(int status, String code, String description) {
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json"),
                status,
                json(Map.of("error", code, "error_description", description)),
                null);
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
