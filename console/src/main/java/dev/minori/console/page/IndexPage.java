package dev.minori.console.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The page, for every address that is not a file or an API: the page itself knows its routes. Each answer carries a nonce
 * of its own, with which the components' style elements are let through; nothing else inline is.
 */
@ApplicationScoped
class IndexPage {
    private static final String PLACEHOLDER = "__NONCE__";
    private static final List<String> OTHERS = List.of("/api/", "/auth/", "/assets/", "/q/");
    private static final int ORDER = 90;
    private static final int NONCE_BYTES = 18;

    private final String template;
    private final SecureRandom random = new SecureRandom();

    IndexPage() {
        try (InputStream page =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("webui/index.html")) {
            if (page == null) {
                throw new IllegalStateException("The page is not part of this build; build console with Maven");
            }
            template = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void routes(@Observes Router router) {
        router.route("/*").order(ORDER).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        String path = context.normalizedPath();
        HttpMethod method = context.request().method();
        if (OTHERS.stream().anyMatch(path::startsWith)
                || path.substring(path.lastIndexOf('/') + 1).contains(".")
                || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            context.next();
            return;
        }
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", policy(nonce))
                .end(template.replace(PLACEHOLDER, nonce));
    }

    static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
