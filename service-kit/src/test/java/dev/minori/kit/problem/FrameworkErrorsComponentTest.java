package dev.minori.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the framework answers before any code of ours runs, byte by byte as a client sees it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class FrameworkErrorsComponentTest {
    private static final String ORDER = "/trial/orders/0190a000-0000-7000-8000-000000000001";

    @TestHTTPResource("/")
    URI base;

    /** An answer as it came over the wire. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    @Test
    void methodThatAPathDoesNotKnowIsToldWithThoseItKnows() throws IOException {
        Answer answer = problem(send("DELETE", ORDER), 405, "method-not-allowed");
        assertThat(List.of(answer.headers().get("allow").split(", *"))).contains("GET", "PUT");
        assertThat(List.of(problem(send("PATCH", "/trial/orders"), 405, "method-not-allowed")
                        .headers()
                        .get("allow")
                        .split(", *")))
                .contains("POST")
                .doesNotContain("GET", "PUT");
    }

    @Test
    void pathsThatNobodyServesAreNotFound() throws IOException {
        problem(send("GET", "/api/v1/nothing"), 404, "not-found");
        problem(send("POST", "/api/v1/nothing"), 404, "not-found");
        problem(send("GET", "/%E3%81%BF%E3%81%AE%E3%82%8A"), 404, "not-found");
        problem(send("GET", "/q/nothing"), 404, "not-found");
    }

    @Test
    void mediaTypesThatDoNotFitAreTold() throws IOException {
        problem(send("GET", ORDER, "Accept: text/csv"), 406, "not-acceptable");
        problem(post("text/plain", "a"), 415, "unsupported-media-type");
        problem(post("application/x-www-form-urlencoded", "name=a"), 415, "unsupported-media-type");
        problem(post("no media type at all", "{}"), 415, "unsupported-media-type");
        problem(send("GET", ORDER, "Accept: ///"), 406, "not-acceptable");
    }

    @Test
    void bodiesThatAreNotJsonAreTold() throws IOException {
        for (String body : List.of("{", "{\"name\": ", "{\"name\": NaN}", "\u0000", "<order/>")) {
            problem(post("application/json", body), 400, "malformed-json");
        }
    }

    @Test
    void bodyThatIsTooLargeIsRefused() throws IOException {
        problem(
                send("POST", "/trial/orders", "Content-Type: application/json", "Content-Length: 10485761"),
                413,
                "payload-too-large");
    }

    private Answer post(String type, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return exchange(
                "POST /trial/orders HTTP/1.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n".formatted(type, length)
                        + ending()
                        + body);
    }

    private Answer send(String method, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return exchange(request + ending());
    }

    private String ending() {
        return "Host: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n";
    }

    private Answer exchange(String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> head = new ArrayList<>(List.of(text.substring(0, end).split("\r\n", -1)));
        int status = Integer.parseInt(head.removeFirst().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.forEach(line -> headers.merge(
                line.substring(0, line.indexOf(':')),
                line.substring(line.indexOf(':') + 1).strip(),
                (one, other) -> one + ", " + other));
        return new Answer(status, headers, text.substring(end + 4));
    }

    private static Answer problem(Answer answer, int status, String slug) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).as(answer.toString()).startsWith("application/problem+json");
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("type").asText()).isEqualTo("https://minori.dev/problems/" + slug);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("detail").asText()).isNotBlank();
        return answer;
    }
}
