package dev.minori.console.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Tells writes of our own page from those that another site makes a browser send. Three walls: what the browser says about
 * the origin, the session cookie's SameSite, and a signed token that only our page can read: it belongs to the person and
 * to a cookie of the same browser.
 */
@Singleton
public class WriteGuard {
    /** The header that carries the token. */
    public static final String HEADER = "Minori-Write-Token";

    static final String COOKIE = "minori_browser";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BROWSER_BYTES = 18;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    WriteGuard(SessionSecret secret) {
        this.key = secret.key("write-token.v1", "HmacSHA256");
    }

    /** The token for this browser and person; marks the browser with a cookie if it has none. */
    String issue(RoutingContext context, String person) {
        Cookie known = context.request().getCookie(COOKIE);
        String browser = known == null ? mark(context) : known.getValue();
        return sign(browser, person);
    }

    /** Whether a request may change something in the name of the person. Reads always may pass. */
    public boolean allows(RoutingContext context, String person) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method())) {
            return true;
        }
        Cookie browser = request.getCookie(COOKIE);
        String token = request.getHeader(HEADER);
        return isOwnSite(request)
                && browser != null
                && token != null
                && MessageDigest.isEqual(bytes(token), bytes(sign(browser.getValue(), person)));
    }

    /** Whether the browser says that the request comes from our own pages, or says nothing. */
    public static boolean isOwnSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private String mark(RoutingContext context) {
        byte[] bytes = new byte[BROWSER_BYTES];
        random.nextBytes(bytes);
        String browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        context.response()
                .addCookie(Cookie.cookie(COOKIE, browser)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT));
        return browser;
    }

    private String sign(String browser, String person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(browser + "|" + person)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
