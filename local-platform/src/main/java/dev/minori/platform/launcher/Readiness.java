package dev.minori.platform.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a part whether it can do its work. */
@FunctionalInterface
interface Readiness {

    /** Whether the part is ready now; answers within some seconds. */
    boolean isReady() throws InterruptedException;

    /** Ready when a GET answers 200. */
    static Readiness http(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        return () -> {
            try {
                return Http.CLIENT
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** One client for all probes. */
    final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private Http() {}
    }
}
