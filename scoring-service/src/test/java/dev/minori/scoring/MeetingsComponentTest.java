package dev.minori.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.events.fact.ContactValues;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.recompute.Recomputation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Two things happen to one customer at once: a load and news, an erasure and a fact. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class MeetingsComponentTest {
    @Inject
    Story story;

    @Inject
    Recomputation recomputation;

    @Test
    void whatHappensLiveDuringALoadStaysNews() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社かえで", Origin.LIVE);
        story.compute(workspace);
        story.told(workspace);

        story.usage(workspace, customer, Origin.LIVE, 28, 10, 1);
        story.usage(workspace, customer, Origin.BACKFILL, 9, 0, 1);
        story.compute(workspace);

        assertThat(story.told(workspace).stream()
                        .map(each -> each.at("/event/type").asText() + " "
                                + each.at("/origin").asText()))
                .as("the news is told as news, and what the load adds to it is silent")
                .containsExactly(
                        "customer-profile-changed.v1 live",
                        "health-score-changed.v1 live",
                        "segment-entered.v1 live",
                        "health-score-changed.v1 backfill");
    }

    @Test
    void aDayThatStartsDuringALoadMakesNoNewsOfWhatTheLoadBrings() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社なでしこ", Origin.BACKFILL);
        story.compute(workspace);
        story.told(workspace);

        WorkspaceContext.run(workspace, () -> recomputation.startDay(workspace));
        TestSurroundings.testClock().advance(Duration.ofDays(1));
        try {
            WorkspaceContext.run(workspace, () -> {
                assertThat(recomputation.startDay(workspace)).isTrue();
                assertThat(recomputation.sweepSome(workspace, 10)).isEqualTo(1);
            });
            story.message(workspace, customer, Origin.BACKFILL, "お見積もりのお願い", "追加で10席の見積もりをいただけますか。");
            story.compute(workspace);
        } finally {
            TestSurroundings.testClock().set(Instant.parse(TestSurroundings.START));
        }

        List<JsonNode> told = story.told(workspace);
        assertThat(types(told)).containsOnlyOnce("segment-entered.v1");
        assertThat(told)
                .filteredOn(each -> each.at("/event/type").asText().equals("segment-entered.v1"))
                .allSatisfy(each -> assertThat(each.at("/origin").asText()).isEqualTo("backfill"));
    }

    @Test
    void newsOfACustomerThatIsBeingLoadedDoNotMakeTheLoadNews() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社りんどう", Origin.BACKFILL);
        story.message(workspace, customer, Origin.BACKFILL, "お見積もりのお願い", "追加で10席の見積もりをいただけますか。");
        story.arrive(
                workspace, Origin.LIVE, Dataset.CUSTOMER, story.fact(customer, customer, Story.customer("株式会社りんどう商会")));
        story.message(workspace, customer, Origin.LIVE, "ご要望", "レポートの要望があります。");
        story.compute(workspace);

        List<JsonNode> entered = story.told(workspace).stream()
                .filter(each -> each.at("/event/type").asText().equals("segment-entered.v1"))
                .toList();
        assertThat(entered)
                .extracting(
                        each -> each.at("/event/evidence/subject").asText(),
                        each -> each.at("/origin").asText())
                .containsExactlyInAnyOrder(tuple("お見積もりのお願い", "backfill"), tuple("ご要望", "live"));
    }

    @Test
    void aFactThatIsWrittenWhileItsPersonIsErasedDoesNotStay() throws ExecutionException, InterruptedException {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社くちなし", Origin.LIVE);
        UUID contact = UUID.randomUUID();

        CompletableFuture<Void> erased = story.whileUncommitted(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTACT,
                story.fact(
                        customer,
                        contact,
                        new ContactValues("消子けしこ", null, "keshiko@example.jp", "03-0000-0001", "総務部", "部長")),
                () -> {
                    CompletableFuture<Void> erasing = CompletableFuture.runAsync(
                            () -> story.erase(workspace, customer, contact, List.of()),
                            task -> Thread.ofPlatform().start(task));
                    await("the erasure waits, or is over too early")
                            .atMost(Duration.ofSeconds(30))
                            .until(() -> erasing.isDone() || story.waitsForALock());
                    return erasing;
                });
        erased.get();

        assertThat(story.query(workspace, "SELECT to_jsonb(c)::text FROM contact_current c", row -> text(row)))
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain("消子")
                        .doesNotContain("keshiko")
                        .doesNotContain("03-0000-0001"));
    }

    private static String text(ResultSet row) {
        try {
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> types(List<JsonNode> told) {
        return told.stream().map(each -> each.at("/event/type").asText()).toList();
    }
}
