package dev.minori.kit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.DirectoryEvent.MemberChanged;
import dev.minori.events.DirectoryEvent.TeamChanged;
import dev.minori.events.DirectoryEvent.WorkspaceChanged;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class DirectoryComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID hanako = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();

    @Inject
    Workspaces workspaces;

    @Inject
    Members members;

    @Inject
    Teams teams;

    @Test
    void keepsTheNewestOfEachEntryHoweverTheyArrive() {
        in(workspace, () -> {
            workspaces.apply(workspace, settings(2, "みのり商事", "Asia/Tokyo"));
            workspaces.apply(workspace, settings(1, "旧社名", "UTC"));
            members.apply(member(3, "佐藤花子", true));
            members.apply(member(3, "同じ版", true));
            members.apply(member(2, "古い名前", false));
            teams.apply(new TeamChanged(1, team, "東日本チーム", true));
            return true;
        });

        assertThat(workspaces.find(workspace))
                .contains(new Workspace(workspace, "みのり商事", ZoneId.of("Asia/Tokyo"), 4, "JPY", "all"));
        assertThat(workspaces.list()).contains(workspace);
        in(workspace, () -> {
            assertThat(members.find(hanako).map(Member::name)).contains("佐藤花子");
            assertThat(members.findBySubject("hanako").map(Member::id)).contains(hanako);
            assertThat(members.list()).hasSize(1);
            assertThat(members.find(List.of(hanako, UUID.randomUUID()))).hasSize(1);
            assertThat(teams.list()).containsExactly(new Teams.Team(team, "東日本チーム"));
            return true;
        });
    }

    @Test
    void aTeamThatWasRemovedIsNotListed() {
        in(workspace, () -> {
            teams.apply(new TeamChanged(1, team, "東日本チーム", true));
            teams.apply(new TeamChanged(2, team, "東日本チーム", false));
            return true;
        });

        assertThat(in(workspace, teams::list)).isEmpty();
    }

    @Test
    void anotherWorkspaceDoesNotKnowTheMember() {
        in(workspace, () -> {
            members.apply(member(1, "佐藤花子", true));
            return true;
        });

        assertThat(in(UUID.randomUUID(), () -> members.find(hanako))).isEmpty();
        assertThat(in(UUID.randomUUID(), () -> members.findBySubject("hanako"))).isEmpty();
    }

    private WorkspaceChanged settings(long version, String name, String zone) {
        return new WorkspaceChanged(version, name, zone, 4, "JPY", "all");
    }

    private MemberChanged member(long version, String name, boolean active) {
        return new MemberChanged(
                version,
                hanako,
                "hanako",
                name,
                "hanako@minori-demo.example",
                "ja",
                "Asia/Tokyo",
                List.of(team),
                active);
    }

    private static <T> T in(UUID workspaceId, Supplier<T> work) {
        return WorkspaceContext.call(
                workspaceId, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
