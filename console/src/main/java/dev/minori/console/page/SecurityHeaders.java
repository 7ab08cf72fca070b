package dev.minori.console.page;

import dev.minori.console.platform.ConsoleConfig;
import dev.minori.console.problem.ConsoleProblem;
import dev.minori.console.problem.Problems;
import dev.minori.console.session.WriteGuard;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells the browser to refuse. */
@ApplicationScoped
class SecurityHeaders {
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final String LOGOUT = "/auth/logout";

    private final boolean local;

    SecurityHeaders(ConsoleConfig config) {
        this.local = config.isLocal();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_EVERYTHING);
    }

    private void guard(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (!local) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (context.normalizedPath().startsWith("/assets/")) {
            // Named after what they hold: they never change.
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        }
        if (context.normalizedPath().equals(LOGOUT) && !WriteGuard.isOwnSite(context.request())) {
            Problems.answer(
                    context,
                    ConsoleProblem.CROSS_SITE_REQUEST,
                    "ログアウトは画面のメニューから行ってください。",
                    "Sign out from the console's own menu.");
            return;
        }
        context.next();
    }
}
