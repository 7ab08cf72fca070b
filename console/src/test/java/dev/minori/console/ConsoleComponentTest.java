package dev.minori.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.console.testing.Browser;
import dev.minori.console.testing.ConsoleTestResource;
import dev.minori.console.testing.StubService;
import dev.minori.console.testing.StubService.Seen;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ConsoleTestResource.class)
class ConsoleComponentTest {
    @TestHTTPResource("/")
    URI console;

    private final StubService service = ConsoleTestResource.service();
    private Browser browser;

    @BeforeEach
    void freshBrowser() {
        browser = new Browser(console);
        service.forget();
    }

    @Test
    void leadsBackToWhereThePersonWantedToGo() throws Exception {
        URI end = browser.signIn("hanako", "/customers/42");

        assertThat(end.getPath()).isEqualTo("/customers/42");
        JsonNode session = browser.session();
        assertThat(session.at("/person/userName").asText()).isEqualTo("hanako");
        assertThat(session.at("/person/name").asText()).isEqualTo("佐藤花子");
        assertThat(session.at("/roles").toString()).isEqualTo("[\"csm\"]");
        assertThat(session.at("/workspaceId").asText()).isEqualTo("0190a000-0000-7000-8000-000000000001");
    }

    @Test
    void doesNotLeadToAnotherSite() throws Exception {
        assertThat(browser.signIn("hanako", "//evil.example/").getHost()).isEqualTo("localhost");
    }

    @Test
    void givesTheBrowserNoTokenItCouldRead() throws Exception {
        browser.signIn("hanako", "/");
        browser.session();

        assertThat(browser.cookies()).isNotEmpty().allMatch(HttpCookie::isHttpOnly);
        browser.get("/api/scoring/v1/customers");
        String token = service.last().header("Authorization").substring("Bearer ".length());
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(browser.cookies()).noneMatch(cookie -> cookie.getValue().contains(signature));
        assertThat(browser.session().toString()).doesNotContain(signature);
    }

    @Test
    void tellsTheScriptWithoutSessionByAProblemAndNotByARedirect() throws Exception {
        for (String path : new String[] {"/api/session", "/api/scoring/v1/customers"}) {
            HttpResponse<String> answer = browser.get(path, "Accept-Language", "ja");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("https://minori.dev/problems/unauthenticated", "もう一度ログイン");
        }
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void endsTheSession() throws Exception {
        browser.signIn("hanako", "/");
        URI end = browser.get("/auth/logout").uri();

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void isNotSignedOutByAnotherSite() throws Exception {
        browser.signIn("hanako", "/");

        assertThat(browser.get("/auth/logout", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void forwardsWithThePersonsTokenAndWithoutWhatOnlyServicesMaySay() throws Exception {
        browser.signIn("hanako", "/");
        HttpResponse<String> answer = browser.get(
                "/api/scoring/v1/customers?q=%E6%A0%AA&limit=2",
                "Minori-Workspace",
                "0190a000-0000-7000-8000-000000000002",
                "Authorization",
                "Bearer of-somebody-else",
                "Accept-Language",
                "ja");

        Seen seen = service.last();
        assertThat(seen.uri()).isEqualTo("/api/v1/customers?q=%E6%A0%AA&limit=2");
        assertThat(seen.header("Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("Minori-Workspace")).isEmpty();
        assertThat(seen.header("Cookie")).isEmpty();
        assertThat(seen.header("Accept-Language")).isEqualTo("ja");
        assertThat(answer.body()).isEqualTo("{\"items\":[]}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void staysBelowTheApiOfTheService() throws Exception {
        browser.signIn("hanako", "/");

        for (String path : new String[] {
            "/api/scoring/v1/../../q/openapi",
            "/api/scoring/v1/%2e%2e/%2e%2e/q/openapi",
            "/api/scoring/v2/customers",
            "/api/unknown/v1/customers",
            "/api/scoring"
        }) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isNotEqualTo(200);
        }
        assertThat(service.seen()).noneMatch(seen -> !seen.uri().startsWith("/api/v1/"));
    }

    @Test
    void letsWritesThroughOnlyWithTheTokenOfThisBrowserAndPerson() throws Exception {
        browser.signIn("hanako", "/");
        String token = browser.session().get("writeToken").asText();
        String path = "/api/scoring/v1/conditions/validations";

        assertThat(browser.post(path, "{}").statusCode()).isEqualTo(403);
        assertThat(browser.post(path, "{}", "Minori-Write-Token", "guessed").statusCode())
                .isEqualTo(403);
        assertThat(browser.post(path, "{}", "Minori-Write-Token", token, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        Browser other = new Browser(console);
        other.signIn("ichiro", "/");
        other.session();
        assertThat(other.post(path, "{}", "Minori-Write-Token", token).statusCode())
                .isEqualTo(403);
        assertThat(service.seen()).isEmpty();

        assertThat(browser.post(path, "{\"condition\":\"真\"}", "Minori-Write-Token", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.last().body()).isEqualTo("{\"condition\":\"真\"}");
        assertThat(service.last().header("Minori-Write-Token")).isEmpty();
    }

    @Test
    void passesTheProblemsOfServicesUnchanged() throws Exception {
        browser.signIn("hanako", "/");
        HttpResponse<String> answer = browser.get("/api/scoring/v1/refused");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"type\":\"https://minori.dev/problems/conflict\"}");
    }

    @Test
    void namesTheServiceThatIsAway() throws Exception {
        browser.signIn("hanako", "/");
        HttpResponse<String> answer = browser.get("/api/playbook/v1/tasks", "Accept-Language", "ja");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("https://minori.dev/problems/service-unreachable#playbook", "\"service\":\"playbook\"")
                .contains("プレイブックサービスに接続できません");
        assertThat(browser.get("/api/notification/v1/deliveries").statusCode())
                .as("a service nobody configured")
                .isEqualTo(503);
        assertThat(browser.get("/api/scoring/v1/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void givesUpOnAServiceThatIsSilent() throws Exception {
        browser.signIn("hanako", "/");
        HttpResponse<String> answer = browser.get("/api/scoring/v1/silent");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("https://minori.dev/problems/service-timeout#scoring");
    }

    @Test
    void passesEventsWhenTheyHappenAndNotWhenTheStreamEnds() throws Exception {
        browser.signIn("hanako", "/");
        HttpResponse<java.io.InputStream> answer = browser.stream("/api/scoring/v1/stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(browser.get("/api/scoring/v1/silent").statusCode())
                    .as("a service may not be silent for so long elsewhere: a stream has no such limit")
                    .isEqualTo(504);
            service.releaseSecondEvent();
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("data: two");
        }
    }

    @Test
    void servesThePageEverywhereWithANonceOfItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> first = browser.get("/");
        HttpResponse<String> second = browser.get("/customers/0190a000-0000-7000-8001-000000000001");

        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "frame-ancestors 'none'",
                        "style-src 'self' 'nonce-")
                .doesNotContain("unsafe");
        String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(first.body()).contains(nonce).doesNotContain("__NONCE__");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).doesNotContain(nonce);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void sendsScriptsAsTheBuildCompressedThem() throws Exception {
        String script = browser.get("/").body().replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
        byte[] plain = browser.bytes(script).body();

        HttpResponse<byte[]> gzip = browser.bytes(script, "Accept-Encoding", "gzip, br;q=0");
        HttpResponse<byte[]> brotli = browser.bytes(script, "Accept-Encoding", "gzip, deflate, br");

        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain);
        }
        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(brotli.body()).hasSizeLessThan(gzip.body().length);
        assertThat(brotli.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(brotli.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(brotli.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(brotli.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void doesNotServeThePageForAFileThatIsNotThere() throws Exception {
        assertThat(browser.get("/assets/gone.js").statusCode()).isEqualTo(404);
        assertThat(browser.get("/assets/gone.js", "Accept-Encoding", "br").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/assets/..%2f..%2fapplication.properties", "Accept-Encoding", "br")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/favicon.ico").statusCode()).isEqualTo(404);
    }
}
