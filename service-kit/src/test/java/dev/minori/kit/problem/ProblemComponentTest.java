package dev.minori.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ProblemComponentTest {

    @Test
    void namedProblemSpeaksTheClientsLanguage() {
        JsonPath japanese =
                problem(given().header("Accept-Language", "ja-JP,en;q=0.5").get("/trial/named"), 409, "conflict");
        assertThat(japanese.getString("title")).isEqualTo("現在の状態と矛盾しています");
        assertThat(japanese.getString("detail")).isEqualTo("この契約は終了しています。");
        assertThat(japanese.getString("errors[0].pointer")).isEqualTo("/contractId");
        assertThat(japanese.getString("errors[0].detail")).isEqualTo("終了済み");

        JsonPath english = problem(given().get("/trial/named"), 409, "conflict");
        assertThat(english.getString("detail")).isEqualTo("This contract has ended.");
    }

    @Test
    void unforeseenFailureTellsAnIncidentAndNothingFromInside() {
        Response answer = given().get("/trial/broken");
        JsonPath body = problem(answer, 500, "internal-error");
        assertThat(body.getString("incident")).hasSize(36);
        assertThat(answer.asString()).doesNotContain("hunter2", "IllegalState", "/var/lib");
    }

    @Test
    void outageOfTheDatabaseAsksToComeBack() {
        Response answer = given().get("/trial/outage");
        problem(answer, 503, "unavailable");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void bodyThatIsNotJsonIsToldWithItsPlace() {
        JsonPath body = problem(json("{\"name\": \"みのり\",\n  oops}").post("/trial/orders"), 400, "malformed-json");
        assertThat(body.getString("detail")).contains("line 2");
    }

    @Test
    void jsonThatDoesNotFitIsToldByField() {
        assertError(json("{\"name\":\"a\",\"phase\":\"NONE\",\"lines\":[]}"), "/phase", "invalid-format", "ONBOARDING");
        assertError(
                json("{\"name\":\"a\",\"phase\":\"ADOPTION\",\"lines\":[{\"product\":\"p\",\"seats\":\"many\"}]}"),
                "/lines/0/seats",
                "invalid-format",
                "form");
        assertError(json("{\"name\":[],\"phase\":\"ADOPTION\",\"lines\":[]}"), "/name", "type-mismatch", "type");
        assertError(
                json("{\"name\":\"a\",\"phase\":\"ADOPTION\",\"lines\":[],\"since\":\"昨日\"}"),
                "/since",
                "invalid-format",
                "form");
        assertError(json("{\"nama\":\"a\",\"phase\":\"ADOPTION\"}"), "/nama", "unknown-field", "nama");
    }

    @Test
    void violatedConstraintsAreAllToldByField() {
        JsonPath body = problem(
                json("{\"name\":\" \",\"lines\":[{\"product\":\"\",\"seats\":0}]}")
                        .header("Accept-Language", "ja")
                        .post("/trial/orders"),
                400,
                "invalid-request");
        List<Map<String, String>> errors = body.getList("errors");
        assertThat(errors)
                .extracting(error -> error.get("pointer") + " " + error.get("code") + " " + error.get("detail"))
                .containsExactly(
                        "/lines/0/product required 必須です。",
                        "/lines/0/seats min 1以上にしてください。",
                        "/name required 必須です。",
                        "/phase required 必須です。");
    }

    @Test
    void missingBodyIsRequired() {
        JsonPath body = problem(json("").post("/trial/orders"), 400, "invalid-request");
        assertThat(body.getString("errors[0].code")).isEqualTo("required");
    }

    @Test
    void malformedQueryParameterIsNamedAndNotNotFound() {
        assertThat(problem(given().get("/trial/list?limit=ten"), 400, "invalid-parameter")
                        .getString("errors[0].pointer"))
                .isEqualTo("query:limit");
        assertThat(problem(given().get("/trial/list?on=2026-02-30"), 400, "invalid-parameter")
                        .getString("errors[0].pointer"))
                .isEqualTo("query:on");
        assertThat(problem(given().get("/trial/list?limit=201"), 400, "invalid-request")
                        .getString("errors[0].pointer"))
                .isEqualTo("query:limit");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        problem(given().get("/trial/orders/not-an-id"), 404, "not-found");
        problem(given().get("/trial/nowhere"), 404, "not-found");
        problem(given().get("/nowhere"), 404, "not-found");
    }

    @Test
    void methodAndMediaTypesAreNegotiatedByProblems() {
        problem(given().delete("/trial/named"), 405, "method-not-allowed");
        problem(
                given().accept("text/csv").get("/trial/orders/0190a000-0000-7000-8000-000000000001"),
                406,
                "not-acceptable");
        problem(given().contentType("text/plain").body("a").post("/trial/orders"), 415, "unsupported-media-type");
    }

    @Test
    void whoIsNotKnownIsChallenged() {
        Response nobody = given().get("/trial/known");
        problem(nobody, 401, "unauthenticated");
        assertThat(nobody.getHeader("WWW-Authenticate")).startsWith("Bearer");

        problem(bearer("not.a.token").get("/trial/known"), 401, "unauthenticated");
        String expired = Tokens.sign(Map.of("sub", "hanako", "roles", List.of("admin")), Duration.ofHours(-1));
        problem(bearer(expired).get("/trial/admin"), 401, "unauthenticated");
        String foreign = Tokens.sign(
                Map.of("sub", "hanako", "roles", List.of("admin"), "aud", "another-client"), Duration.ofHours(1));
        problem(bearer(foreign).get("/trial/admin"), 401, "unauthenticated");
        assertThat(bearer(Tokens.of("hanako", Tokens.MINORI_DEMO, "csm"))
                        .get("/trial/known")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotIsForbidden() {
        problem(bearer(Tokens.of("hanako", Tokens.MINORI_DEMO, "csm")).get("/trial/admin"), 403, "forbidden");
        assertThat(bearer(Tokens.of("admin", Tokens.MINORI_DEMO, "admin"))
                        .get("/trial/admin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void updatesNeedTheVersionThatWasSeen() {
        String order = "/trial/orders/0190a000-0000-7000-8000-000000000001";
        String seen = given().get(order).getHeader("ETag");
        assertThat(seen).isEqualTo("\"7\"");
        problem(json("").put(order), 428, "version-required");
        problem(json("").header("If-Match", "\"6\"").put(order), 412, "stale-version");
        assertThat(json("").header("If-Match", seen).put(order).getHeader("ETag"))
                .isEqualTo("\"8\"");
    }

    @Test
    void changeThatWasOvertakenAtCommitIsStale() {
        String token = Tokens.of("hanako", Tokens.MINORI_DEMO, "csm");
        JsonPath body = problem(
                json("").header("Authorization", "Bearer " + token).post("/trial/overtaken"), 412, "stale-version");
        assertThat(body.getString("errors[0].pointer")).isEqualTo("header:If-Match");
    }

    @Test
    void serviceMustSayForWhichWorkspaceItAsks() {
        String token = Tokens.ofService("playbook-service");
        String workspace = Tokens.AOZORA.toString();
        for (String missing : List.of("", "あおぞら", "0190a000")) {
            RequestSpecification request = bearer(token);
            if (!missing.isEmpty()) {
                request.header("Minori-Workspace", missing);
            }
            assertThat(problem(request.get("/trial/workspace"), 400, "workspace-required")
                            .getString("errors[0].pointer"))
                    .isEqualTo("header:Minori-Workspace");
        }
        assertThat(bearer(token)
                        .header("Minori-Workspace", workspace)
                        .get("/trial/workspace")
                        .asString())
                .isEqualTo(workspace);
    }

    @Test
    void personBelongsToTheWorkspaceOfTheTokenAndToNoOther() {
        String token = Tokens.of("admin", Tokens.MINORI_DEMO, "admin");
        problem(bearer(token).header("Minori-Workspace", Tokens.AOZORA).get("/trial/workspace"), 403, "forbidden");
        problem(
                bearer(Tokens.sign(Map.of("sub", "admin", "roles", List.of("admin")), Duration.ofHours(1)))
                        .get("/trial/workspace"),
                403,
                "forbidden");
        assertThat(bearer(token)
                        .header("Minori-Workspace", Tokens.MINORI_DEMO)
                        .get("/trial/workspace")
                        .asString())
                .isEqualTo(Tokens.MINORI_DEMO.toString());
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json; charset=UTF-8").body(body);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void assertError(RequestSpecification request, String pointer, String code, String text) {
        JsonPath body = problem(request.post("/trial/orders"), 400, "invalid-request");
        assertThat(body.getString("errors[0].pointer")).isEqualTo(pointer);
        assertThat(body.getString("errors[0].code")).isEqualTo(code);
        assertThat(body.getString("errors[0].detail")).contains(text);
    }

    private static JsonPath problem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath body = JsonPath.from(answer.asString());
        assertThat(body.getString("type")).isEqualTo("https://minori.dev/problems/" + slug);
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getString("detail")).isNotBlank();
        return body;
    }
}
