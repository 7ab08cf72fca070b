package dev.minori.kit.bulkhead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More requests than a process can answer are told so instead of queueing without end. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class BulkheadComponentTest {
    private static final int PLACES = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<CompletableFuture<HttpResponse<String>>> under = new ArrayList<>();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Bulkhead bulkhead;

    @BeforeEach
    void close() {
        GateResource.close();
    }

    @AfterEach
    void open() {
        GateResource.open();
        http.shutdownNow();
    }

    @Test
    void oneMoreThanThereArePlacesIsToldToComeBack() {
        fill();

        Response refused = given().get("/gate");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.jsonPath().getString("type")).endsWith("/overloaded");
        assertThat(given().get("/q/openapi").statusCode())
                .as("what is no request of the API")
                .isEqualTo(200);
        assertThat(GateResource.INSIDE).hasValue(PLACES);

        GateResource.open();
        assertThat(under)
                .allSatisfy(request -> assertThat(request.join().body()).isEqualTo("passed"));
        assertThat(given().get("/gate").statusCode())
                .as("places are given back")
                .isEqualTo(200);
    }

    @Test
    void oneThatFindsAPlaceInTimeIsAnswered() {
        fill();
        CompletableFuture<HttpResponse<String>> last = ask();
        await().until(() -> bulkhead.waiting() == 1);

        GateResource.open();

        assertThat(last.join().statusCode()).isEqualTo(200);
    }

    @Test
    void requestsThatFailGiveTheirPlacesBackToo() {
        for (int i = 0; i <= PLACES; i++) {
            assertThat(given().get("/gate/broken").statusCode()).isEqualTo(500);
            assertThat(given().get("/gate/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void streamsTakeNoPlace() throws IOException, InterruptedException {
        GateResource.open();
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i <= PLACES; i++) {
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(base.resolve("/gate/stream")).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.body().read()).isPositive();
            streams.add(stream.body());
        }

        assertThat(given().get("/gate").statusCode()).isEqualTo(200);
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    private void fill() {
        for (int i = 0; i < PLACES; i++) {
            under.add(ask());
        }
        await().until(() -> GateResource.INSIDE.get() == PLACES);
    }

    private CompletableFuture<HttpResponse<String>> ask() {
        return http.sendAsync(
                HttpRequest.newBuilder(base.resolve("/gate")).build(), HttpResponse.BodyHandlers.ofString());
    }
}
