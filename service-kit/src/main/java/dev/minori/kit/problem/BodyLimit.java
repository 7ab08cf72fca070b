package dev.minori.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says as a problem that a body is too large, before the web server refuses it without a word. */
@Singleton
class BodyLimit {
    /** Before the server's own check of the length. */
    private static final int BEFORE_LIMITS = -1_000;

    void register(
            @Observes Router router,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        long limit = maxBodySize.asLongValue();
        router.route().order(BEFORE_LIMITS).handler(request -> {
            if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > limit) {
                refuse(request);
            } else {
                request.next();
            }
        });
    }

    /** Nobody reads what is still to come, so the connection is closed. */
    private static void refuse(RoutingContext request) {
        KitProblem problem = KitProblem.PAYLOAD_TOO_LARGE;
        Language language = Language.preferred(request.acceptableLanguages().stream()
                .map(header -> Locale.forLanguageTag(header.value()))
                .toList());
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(ProblemResponses.write(problem, problem.title(), List.of(), null, language)))
                .onComplete(done -> request.request().connection().close());
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException _) {
            return 0; // The server refuses such a header itself.
        }
    }
}
