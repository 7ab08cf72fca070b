package dev.minori.sync.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.sync.testing.Contention;
import dev.minori.sync.testing.SourceSystems;
import dev.minori.sync.testing.Workbench;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members, teams and settings as an administrator keeps them. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sync"))
@QuarkusTestResource(SourceSystems.class)
class DirectoryComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);
    private final UUID hanako = UUID.randomUUID();
    private final UUID ichiro = UUID.randomUUID();

    @BeforeEach
    void aWorkspaceWithTwoMembers() {
        bench.createWorkspace("株式会社みのり商店");
        bench.createMember(hanako, "hanako", "佐藤花子");
        bench.createMember(ichiro, "ichiro", "田中一郎");
    }

    @Test
    void aTeamIsSetWithItsMembers() {
        UUID team = UUID.randomUUID();
        put(team, Map.of("name", "東日本", "memberIds", List.of(ichiro, hanako)), null)
                .statusCode(200)
                .body("memberIds", equalTo(List.of(hanako.toString(), ichiro.toString())));
        bench.as("x", "viewer")
                .get("/api/v1/members/" + hanako)
                .then()
                .body("teamIds", equalTo(List.of(team.toString())))
                .body("version", equalTo(2));

        put(team, Map.of("name", "東日本", "memberIds", List.of(hanako)), null).statusCode(428);
        put(team, Map.of("name", "東日本", "memberIds", List.of(hanako)), "\"7\"").statusCode(412);
        put(team, Map.of("name", "東日本", "memberIds", List.of(hanako)), "\"1\"")
                .statusCode(200)
                .body("memberIds", hasSize(1));
        put(team, Map.of("name", "東日本チーム"), "\"1\"").statusCode(200).body("memberIds", hasSize(1));
        bench.as("x", "viewer")
                .get("/api/v1/teams")
                .then()
                .body("items[0].memberIds", equalTo(List.of(hanako.toString())));
        bench.as("x", "viewer")
                .get("/api/v1/teams/" + team)
                .then()
                .statusCode(200)
                .body("name", equalTo("東日本チーム"));
        bench.as("x", "viewer").get("/api/v1/teams/" + UUID.randomUUID()).then().statusCode(404);
        put(team, Map.of("name", "東日本チーム", "memberIds", List.of(hanako, UUID.randomUUID())), "\"2\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/memberIds/1"));
    }

    @Test
    void membersAreFiltered() {
        UUID team = UUID.randomUUID();
        put(team, Map.of("name", "西日本", "memberIds", List.of(ichiro)), null).statusCode(200);
        bench.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "subject",
                        "hanako",
                        "name",
                        "佐藤花子",
                        "email",
                        "hanako@minori-demo.example",
                        "language",
                        "ja",
                        "zone",
                        "Asia/Tokyo",
                        "active",
                        false))
                .put("/api/v1/members/" + hanako)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        assertThat(names("?active=true")).containsExactly("田中一郎");
        assertThat(names("?active=false")).containsExactly("佐藤花子");
        assertThat(names("?teamId=" + team)).containsExactly("田中一郎");
        assertThat(names("?q=ＩＣＨＩ")).containsExactly("田中一郎");
        assertThat(names("?q=佐藤&active=true")).isEmpty();
        assertThat(names("")).hasSize(2);
        String cursor = bench.as("x", "viewer").get("/api/v1/members?limit=1").path("nextCursor");
        assertThat(names("?limit=1&cursor=" + cursor)).hasSize(1);
        bench.as("x", "viewer")
                .get("/api/v1/members?limit=1&active=true&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void aMemberIsCreatedOnceHoweverOftenAsked() {
        Map<String, String> jiro = Map.of(
                "subject",
                "jiro",
                "name",
                "山本次郎",
                "email",
                "jiro@minori-demo.example",
                "language",
                "ja",
                "zone",
                "Asia/Tokyo");
        String first = create(jiro, "k1").statusCode(200).extract().path("id");
        create(jiro, "k1").statusCode(200).body("id", equalTo(first));
        create(jiro, "k2").statusCode(409);

        assertThat(names("?q=次郎")).hasSize(1);
        bench.as("x", "csm").body(jiro).post("/api/v1/members").then().statusCode(403);
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsRefusedAndEveryVersionIsToldOnce() {
        List<Response> answers = Contention.meet(
                "select id from member where id = ? for update",
                hanako,
                () -> rename(hanako, "佐藤はな"),
                () -> rename(hanako, "佐藤ハナ"));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        String kept = bench.as("x", "viewer").get("/api/v1/members/" + hanako).path("name");
        List<JsonNode> told = Workbench.messages(hanako.toString());
        assertThat(told)
                .extracting(message -> message.path("event").path("version").asInt())
                .containsExactly(1, 2);
        assertThat(told.getLast().path("event").path("name").asText()).isEqualTo(kept);
    }

    @Test
    void aMembershipThatIsSetWhileTheMemberIsRenamedLosesNeither() {
        UUID team = UUID.randomUUID();
        put(team, Map.of("name", "東日本"), null).statusCode(200);

        List<Response> answers = Contention.meet(
                "select id from member where id = ? for update",
                hanako,
                () -> rename(hanako, "佐藤はな"),
                () -> bench.admin()
                        .header("If-Match", "\"1\"")
                        .body(Map.of("name", "東日本", "memberIds", List.of(hanako)))
                        .put("/api/v1/teams/" + team));

        assertThat(answers.getLast().statusCode()).isEqualTo(200);
        var member = bench.as("x", "viewer").get("/api/v1/members/" + hanako).jsonPath();
        assertThat(member.getList("teamIds")).containsExactly(team.toString());
        boolean renamed = answers.getFirst().statusCode() == 200;
        assertThat(answers.getFirst().statusCode()).isIn(200, 412);
        assertThat(member.getString("name")).isEqualTo(renamed ? "佐藤はな" : "佐藤花子");
    }

    private Response rename(UUID id, String name) {
        return bench.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "subject",
                        "hanako",
                        "name",
                        name,
                        "email",
                        "hanako@minori-demo.example",
                        "language",
                        "ja",
                        "zone",
                        "Asia/Tokyo"))
                .put("/api/v1/members/" + id);
    }

    private io.restassured.response.ValidatableResponse create(Map<String, String> member, String key) {
        return bench.admin()
                .header("Idempotency-Key", key)
                .body(member)
                .post("/api/v1/members")
                .then();
    }

    private io.restassured.response.ValidatableResponse put(UUID team, Map<String, ?> body, String ifMatch) {
        var request = bench.admin().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/teams/" + team)
                .then();
    }

    private List<String> names(String query) {
        return bench.as("x", "viewer")
                .get("/api/v1/members" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }
}
