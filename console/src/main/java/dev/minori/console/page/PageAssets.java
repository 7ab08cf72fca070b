package dev.minori.console.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scripts and styles of the page. The build has compressed each of them as small as it gets; here that costs nothing more,
 * however many people open the page with an empty cache.
 */
@ApplicationScoped
class PageAssets {
    private static final Pattern PATH = Pattern.compile("/assets/([A-Za-z0-9_.-]+\\.(js|css))");
    private static final String FOLDER = "META-INF/resources/assets/";
    /** Before the static files, which are the same ones as they are. */
    private static final int ORDER = 80;

    private static final Buffer NONE = Buffer.buffer();

    /** How a file may be compressed, the smallest first. */
    private enum Coding {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz");

        private final String name;
        private final String suffix;

        Coding(String name, String suffix) {
            this.name = name;
            this.suffix = suffix;
        }
    }

    private final Map<String, Buffer> held = new ConcurrentHashMap<>();

    void routes(@Observes Router router) {
        router.route("/assets/*").method(HttpMethod.GET).order(ORDER).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        Matcher path = PATH.matcher(context.normalizedPath());
        Coding coding = path.matches() ? coding(context) : null;
        Buffer file = coding == null ? NONE : held(path.group(1) + coding.suffix);
        if (coding == null || file.length() == 0) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", path.group(2).equals("js") ? "text/javascript; charset=utf-8" : "text/css")
                .putHeader("Content-Encoding", coding.name)
                .putHeader("Vary", "Accept-Encoding")
                .end(file);
    }

    /** The smallest that the browser takes. */
    private static @Nullable Coding coding(RoutingContext context) {
        for (Coding coding : Coding.values()) {
            boolean taken = context.parsedHeaders().acceptEncoding().stream()
                    .anyMatch(header -> header.value().equals(coding.name) && header.weight() > 0);
            if (taken) {
                return coding;
            }
        }
        return null;
    }

    /** Empty if there is no such file; only files that there are take memory. */
    private Buffer held(String name) {
        Buffer known = held.get(name);
        if (known != null) {
            return known;
        }
        Buffer read = read(name);
        if (read.length() > 0) {
            held.put(name, read);
        }
        return read;
    }

    private static Buffer read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            return file == null ? NONE : Buffer.buffer(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
