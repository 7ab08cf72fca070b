package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class SavedViewComponentTest {
    private static final UUID EAST = UUID.fromString("0190a000-0000-7000-8000-0000000000b1");

    @Inject
    Story story;

    private UUID workspace;

    @BeforeEach
    void aTeamOfTwo() {
        workspace = story.workspace();
        for (String subject : List.of("hanako", "ichiro", "misaki")) {
            story.update(
                    workspace,
                    "INSERT INTO directory_member (workspace_id, member_id, version, subject, name, email, language, zone,"
                            + " team_ids, active) VALUES ('" + workspace + "', gen_random_uuid(), 1, '" + subject
                            + "', '"
                            + subject + "', '" + subject + "@minori.example', 'ja', 'Asia/Tokyo', '{"
                            + (subject.equals("misaki") ? "" : EAST) + "}', true)");
        }
    }

    @Test
    void aViewIsKeptAsItWasSaved() {
        String id =
                save("hanako", "csm", view("危険な顧客", "NOBODY", null)).extract().path("id");

        as("hanako", "csm")
                .get("/api/v1/saved-views/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("危険な顧客"))
                .body("filters.band", contains("AT_RISK", "WATCH"))
                .body("sort", equalTo("-mrr"))
                .body("columns", contains("name", "mrr"))
                .body("mine", equalTo(true));
        as("ichiro", "csm").get("/api/v1/saved-views/" + id).then().statusCode(404);
        as("ichiro", "csm").get("/api/v1/saved-views").then().statusCode(200).body("items", empty());
    }

    @Test
    void aSharedViewIsSeenByThoseItIsSharedWith() {
        save("hanako", "csm", view("チームの危険", "TEAM", EAST));
        save("kenji", "manager", view("全員の危険", "WORKSPACE", null));

        as("ichiro", "csm")
                .get("/api/v1/saved-views?screen=customers")
                .then()
                .body("items.name", contains("チームの危険", "全員の危険"));
        as("misaki", "csm").get("/api/v1/saved-views?screen=customers").then().body("items.name", contains("全員の危険"));
        as("ichiro", "csm").get("/api/v1/saved-views?screen=tasks").then().body("items", empty());
    }

    @Test
    void onlyWhoSavedAViewChangesItAndWithTheVersionThatWasSeen() {
        String id =
                save("hanako", "csm", view("チームの危険", "TEAM", EAST)).extract().path("id");
        Map<String, Object> renamed = view("東の危険", "TEAM", EAST);

        put("ichiro", "csm", id, "\"1\"", renamed).statusCode(403);
        put("hanako", "csm", id, null, renamed).statusCode(428);
        put("hanako", "csm", id, "\"9\"", renamed).statusCode(412);
        put("hanako", "csm", id, "\"1\"", renamed)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("東の危険"));
        as("ichiro", "csm")
                .header("If-Match", "\"2\"")
                .delete("/api/v1/saved-views/" + id)
                .then()
                .statusCode(403);
        as("hanako", "csm")
                .header("If-Match", "\"2\"")
                .delete("/api/v1/saved-views/" + id)
                .then()
                .statusCode(204);
        as("hanako", "csm").get("/api/v1/saved-views/" + id).then().statusCode(404);
    }

    @Test
    void whatIsWrongIsNamedAndSharingTooFarIsRefused() {
        post("hanako", "csm", view("全員の危険", "WORKSPACE", null))
                .statusCode(400)
                .body("errors.pointer", contains("/sharedWith"));
        post("misaki", "csm", view("チーム", "TEAM", EAST)).statusCode(400).body("errors.pointer", contains("/teamId"));
        post("hanako", "csm", view("チーム", "TEAM", null)).statusCode(400).body("errors.pointer", contains("/teamId"));
        post("hanako", "csm", Map.of()).statusCode(400).body("errors.pointer", hasItems("/screen", "/name"));
    }

    @Test
    void theSameRequestAgainSavesOneView() {
        for (int i = 0; i < 2; i++) {
            as("hanako", "csm")
                    .header("Idempotency-Key", "abc-1")
                    .contentType("application/json")
                    .body(view("一度だけ", "NOBODY", null))
                    .post("/api/v1/saved-views")
                    .then()
                    .statusCode(200);
        }
        as("hanako", "csm").get("/api/v1/saved-views").then().body("items.name", contains("一度だけ"));
    }

    private static Map<String, Object> view(String name, String sharedWith, @Nullable UUID team) {
        Map<String, Object> view = new HashMap<>(Map.of(
                "screen",
                "customers",
                "name",
                name,
                "sharedWith",
                sharedWith,
                "filters",
                Map.of("band", List.of("AT_RISK", "WATCH")),
                "sort",
                "-mrr",
                "columns",
                List.of("name", "mrr")));
        if (team != null) {
            view.put("teamId", team.toString());
        }
        return view;
    }

    private io.restassured.response.ValidatableResponse save(String user, String role, Map<String, Object> view) {
        return post(user, role, view).statusCode(200);
    }

    private io.restassured.response.ValidatableResponse post(String user, String role, Map<String, Object> view) {
        return as(user, role)
                .contentType("application/json")
                .body(view)
                .post("/api/v1/saved-views")
                .then();
    }

    private io.restassured.response.ValidatableResponse put(
            String user, String role, String id, @Nullable String ifMatch, Map<String, Object> view) {
        RequestSpecification request =
                as(user, role).contentType("application/json").body(view);
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/saved-views/" + id).then();
    }

    private RequestSpecification as(String user, String role) {
        return given().header("Authorization", "Bearer " + Tokens.of(user, workspace, role));
    }
}
