package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.events.fact.ContactValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.MessageValues;
import dev.minori.events.fact.SurveyResponseValues;
import dev.minori.events.fact.TicketValues;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class HealthStoryComponentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Inject
    Story story;

    @Inject
    Recomputation recomputation;

    @Test
    void fallingUsageDropsTheBandAndTellsWhy() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        List<JsonNode> first = story.told(workspace);
        assertThat(types(first)).containsExactly("customer-profile-changed.v1", "health-score-changed.v1");
        assertThat(first.get(1).at("/event/band").asText()).isEqualTo("GOOD");

        story.usage(workspace, customer, Origin.LIVE, 28, 0, 5);
        story.compute(workspace);

        List<JsonNode> told = story.told(workspace);
        assertThat(types(told))
                .as("the news is preceded by whom it is about")
                .containsExactly("customer-profile-changed.v1", "health-score-changed.v1", "segment-entered.v1");
        JsonNode score = told.get(1).at("/event");
        assertThat(score.at("/previousBand").asText()).isEqualTo("GOOD");
        assertThat(score.at("/band").asText()).isEqualTo("WATCH");
        assertThat(score.at("/reasons/0/textJa").asText()).isEqualTo("直近28日の利用者数が88%減りました");
        JsonNode entered = told.get(2).at("/event");
        assertThat(entered.at("/segmentKey").asText()).isEqualTo("band-fell");
        assertThat(entered.at("/evidence/reason.ja").asText()).isEqualTo("直近28日の利用者数が88%減りました");
        assertThat(told)
                .allSatisfy(each -> assertThat(each.at("/origin").asText()).isEqualTo("live"));
    }

    @Test
    void aFirstLoadIsSilentAndListsWhatWouldHaveFired() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "有限会社あかね商店", Origin.BACKFILL);
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTRACT,
                story.fact(
                        customer,
                        Story.named(customer, "ending"),
                        Story.contract(TODAY.minusYears(1), TODAY.plusMonths(2))));
        story.message(workspace, customer, Origin.BACKFILL, "お見積もりのお願い", "追加で10席の見積もりをいただけますか。");
        story.compute(workspace);

        List<String> topics = story.query(workspace, "SELECT topic FROM outbox_message", row -> text(row));
        List<JsonNode> told = story.told(workspace);
        assertThat(types(told))
                .containsExactlyInAnyOrder(
                        "customer-profile-changed.v1",
                        "health-score-changed.v1",
                        "segment-entered.v1",
                        "segment-entered.v1");
        assertThat(told)
                .allSatisfy(each -> assertThat(each.at("/origin").asText()).isEqualTo("backfill"));
        assertThat(topics).as("a load delays no news").containsOnly("customer-health-bulk");
        given().header("Authorization", "Bearer " + Tokens.of("ops", workspace, "cs-ops"))
                .get("/api/v1/segments/mail-words/would-have-fired")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].evidence.subject", equalTo("お見積もりのお願い"));

        story.message(workspace, customer, Origin.LIVE, "ご要望", "ﾚﾎﾟｰﾄの要望があります。");
        story.compute(workspace);

        List<JsonNode> news = story.told(workspace);
        assertThat(types(news))
                .as("the profile that the load made may still wait in the bulk lane")
                .containsExactly("customer-profile-changed.v1", "segment-entered.v1");
        assertThat(news)
                .allSatisfy(each -> assertThat(each.at("/origin").asText()).isEqualTo("live"));
        assertThat(news.get(1).at("/event/subject/dataset").asText()).isEqualTo("message");
    }

    @Test
    void redeliveredAndOlderFactsChangeNothing() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社つばき", Origin.LIVE);
        Fact older = story.fact(customer, customer, Story.customer("古い名前"));
        Fact newer = story.fact(customer, customer, Story.customer("新しい名前"));
        story.arrive(workspace, Origin.LIVE, Dataset.CUSTOMER, newer);
        story.compute(workspace);
        story.told(workspace);

        story.arrive(workspace, Origin.LIVE, Dataset.CUSTOMER, older);
        story.arrive(workspace, Origin.LIVE, Dataset.CUSTOMER, newer, older, newer);
        story.compute(workspace);

        assertThat(story.told(workspace)).isEmpty();
        assertThat(story.query(workspace, "SELECT name FROM customer_profile", row -> text(row)))
                .containsExactly("新しい名前");
        assertThat(story.query(workspace, "SELECT count(*)::text FROM customer_history", row -> text(row)))
                .as("only the first version was superseded")
                .containsExactly("1");
    }

    @Test
    void aContractEndsWithoutAnyFactAndTheDayTellsIt() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社さくら", Origin.LIVE);
        WorkspaceContext.run(workspace, () -> recomputation.startDay(workspace));
        story.compute(workspace);
        story.told(workspace);

        TestSurroundings.testClock().advance(Duration.ofDays(190));
        try {
            assertThat(WorkspaceContext.call(workspace, () -> recomputation.startDay(workspace)))
                    .isTrue();
            story.compute(workspace);
            List<JsonNode> told = story.told(workspace);
            assertThat(told)
                    .filteredOn(each -> each.at("/event/segmentKey").asText().equals("contract-ending"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.at("/event/type").asText()).isEqualTo("segment-entered.v1");
                        assertThat(each.at("/origin").asText()).isEqualTo("live");
                        assertThat(each.at("/event/evidence/deadline").asText()).isEqualTo("2027-11-21");
                        assertThat(each.at("/event/subject/label").asText()).isEqualTo("K-100");
                    });
            assertThat(WorkspaceContext.call(workspace, () -> recomputation.startDay(workspace)))
                    .as("the same day is started once")
                    .isFalse();
            story.arrive(
                    workspace,
                    Origin.LIVE,
                    Dataset.CONTRACT,
                    story.fact(
                            customer,
                            Story.named(customer, "contract"),
                            Story.contract(TODAY.minusYears(2), TODAY.plusYears(3))));
            story.compute(workspace);
            assertThat(types(story.told(workspace))).contains("segment-left.v1");
        } finally {
            TestSurroundings.testClock().set(Instant.parse(TestSurroundings.START));
        }
    }

    @Test
    void aFallIsToldOnceAndIsOverOnlyAfterRecovery() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社もみじ", Origin.LIVE);
        story.compute(workspace);
        story.usage(workspace, customer, Origin.LIVE, 28, 0, 5);
        story.compute(workspace);
        story.told(workspace);

        story.usage(workspace, customer, Origin.LIVE, 28, 0, 4);
        story.compute(workspace);
        assertThat(types(story.told(workspace))).doesNotContain("segment-entered.v1", "segment-left.v1");

        story.usage(workspace, customer, Origin.LIVE, 28, 0, 45);
        story.compute(workspace);
        assertThat(types(story.told(workspace))).contains("segment-left.v1");
    }

    @Test
    void aRemovedCustomerLeavesItsSegmentsAndIsToldAsRemoved() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社けやき", Origin.LIVE);
        story.message(workspace, customer, Origin.LIVE, "見積もり", "見積もりをお願いします");
        story.compute(workspace);
        story.told(workspace);

        story.arrive(workspace, Origin.LIVE, Dataset.CUSTOMER, story.fact(customer, customer, null));
        story.compute(workspace);

        List<JsonNode> told = story.told(workspace);
        assertThat(types(told)).containsExactly("customer-profile-changed.v1", "segment-left.v1");
        assertThat(told.getFirst().at("/event/removed").asBoolean()).isTrue();
        assertThat(told.getFirst().at("/event/name").asText()).isEqualTo("株式会社けやき");
    }

    @Test
    void aForgottenPersonIsNowhereInTheFacts() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社ひいらぎ", Origin.LIVE);
        UUID contact = UUID.randomUUID();
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CONTACT,
                story.fact(
                        customer,
                        contact,
                        new ContactValues("消子けしこ", null, "keshiko-old@example.jp", "03-0000-0001", "総務部", "消子部長")));
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CONTACT,
                story.fact(
                        customer,
                        contact,
                        new ContactValues("消子けしこ", null, "keshiko@example.jp", "03-0000-0001", "総務部", "消子部長")));
        Instant sentAt = TestSurroundings.testClock().instant().minusSeconds(60);
        UUID message = UUID.randomUUID();
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.MESSAGE,
                story.fact(
                        customer,
                        message,
                        new MessageValues(
                                sentAt, true, "Keshiko-Old@example.jp", "cs@minori.example", "見積もり 消子", "消子です。")));
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.SURVEY_RESPONSE,
                story.fact(
                        customer,
                        UUID.randomUUID(),
                        new SurveyResponseValues(TODAY, "keshiko@example.jp", 9L, 5L, "消子より")));
        UUID ticket = UUID.randomUUID();
        for (String subject : List.of("消子です。使えません", "消子です。直りました")) {
            story.arrive(
                    workspace,
                    Origin.LIVE,
                    Dataset.TICKET,
                    story.fact(customer, ticket, new TicketValues("T-1", subject, "対応中", "高", sentAt, null)));
        }
        story.compute(workspace);
        story.told(workspace);

        story.erase(workspace, customer, contact, List.of(ticket));

        List<String> found = story.query(
                workspace,
                "SELECT x::text FROM (SELECT to_jsonb(t) x FROM contact_current t UNION ALL"
                        + " SELECT to_jsonb(t) FROM contact_history t UNION ALL SELECT to_jsonb(t) FROM message_current t"
                        + " UNION ALL SELECT to_jsonb(t) FROM survey_response_current t"
                        + " UNION ALL SELECT to_jsonb(t) FROM ticket_current t UNION ALL SELECT to_jsonb(t) FROM ticket_history t"
                        + " UNION ALL SELECT to_jsonb(t) FROM segment_membership t) all_rows",
                row -> text(row));
        assertThat(found)
                .hasSizeGreaterThan(6)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContainIgnoringCase("消子")
                        .doesNotContainIgnoringCase("keshiko")
                        .doesNotContain("03-0000-0001"));
        assertThat(story.query(workspace, "SELECT nps::text FROM survey_response_current", row -> text(row)))
                .as("the number stays: it tells nothing about the person")
                .containsExactly("9");
        JsonNode erased = story.told(workspace).getFirst();
        assertThat(erased.at("/event/type").asText()).isEqualTo("records-erased.v1");
        assertThat(erased.at("/event/factIds/0").asText())
                .as("the contact comes first: readers know it by its place")
                .isEqualTo(contact.toString());
        assertThat(erased.at("/event/factIds").toString()).contains(message.toString(), ticket.toString());
        assertThat(story.query(workspace, "SELECT status FROM ticket_current", row -> text(row)))
                .as("the ticket still is one")
                .containsExactly("対応中");
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
