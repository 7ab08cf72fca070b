package dev.minori.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.id.Ids;
import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A person who asked to be forgotten: out of every table, and no import brings anything back. */
@SyncComponentTest
class ErasureComponentTest {
    private static final String DATA = "/services/data/v62.0";
    private static final String MAIL = "planted.kasumi@customer-kasumi.example";
    private static final String OLD_MAIL = "planted.before@customer-kasumi.example";
    private static final String PHONE = "03-5999-7413";
    private static final String OLD_PHONE = "03-5999-0001";
    private static final String LAST = "霞ヶ浦";
    private static final String FIRST = "真備";
    private static final List<String> MARKERS = List.of(
            LAST,
            FIRST,
            "プランテッドカナ",
            MAIL,
            OLD_MAIL,
            PHONE,
            OLD_PHONE,
            "目印の肩書",
            "目印の前の肩書",
            "目印の部署",
            "目印メール件名甲",
            "目印メール本文甲",
            "目印メール件名乙",
            "目印メール本文乙",
            "目印の紹介文",
            "目印ケース件名",
            "目印ケース本文",
            "目印の備考",
            "目印の感想",
            "目印の範囲外の感想");

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID kintoneConnection = UUID.randomUUID();
    private final Map<String, UUID> mappings = new LinkedHashMap<>();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    void nothingOfThePersonStaysAndNothingComesBack() {
        String account =
                find("SELECT Id FROM Account WHERE CustomerCode__c = 'C-00050'").getFirst();
        String contact = find("SELECT Id FROM Contact WHERE AccountId = '" + account + "' ORDER BY Id")
                .getFirst();
        plant(account, contact);
        String mail = mail(account, Map.of("FromAddress", MAIL, "Subject", "目印メール件名甲", "TextBody", "目印メール本文甲"));
        String ticket = create(
                "Case",
                Map.of(
                        "AccountId", account,
                        "ContactId", contact,
                        "Status", "新規",
                        "Subject", "目印ケース件名",
                        "Description", "目印ケース本文"));
        load();
        replant(contact);
        JsonPath tried = bench.dryRun(mappings.get("contact"), 20_000);
        assertThat(tried.getLong("counts.changed")).as(tried.prettify()).isPositive();
        bench.run(mappings.get("contact"), "incremental");
        assertThat(Inspection.findings(workspace, MARKERS))
                .as("the control: every marker is in the database")
                .satisfies(findings -> MARKERS.forEach(
                        marker -> assertThat(findings).anyMatch(finding -> finding.endsWith(" " + marker))));

        UUID contactId = factId("Contact", contact);
        JsonPath erasure = erase(contactId, "erase-1");
        awaitQuiet();
        assertThat(erase(contactId, "erase-1").getString("id"))
                .as("once for a key, which outlives what was erased")
                .isEqualTo(erasure.getString("id"));

        assertThat(Inspection.findings(workspace, MARKERS)).isEmpty();
        assertThat(erasedEvents(erasure.getString("id"))).singleElement().satisfies(event -> {
            assertThat(event.path("contactId").asText()).isEqualTo(contactId.toString());
            assertThat(event.path("factIds").toString())
                    .as("others learn of the mail and of the case")
                    .contains(
                            factId("EmailMessage", mail).toString(),
                            factId("Case", ticket).toString());
        });
        assertThat(Inspection.texts(
                        "select action from audit_entry where workspace_id = ? and subject_id = ?",
                        workspace,
                        contactId.toString()))
                .containsExactly("contact-erased");
        JsonNode left = caseFact(ticket);
        assertThat(left.path("removed").asBoolean())
                .as("the case still is one, without what the person wrote")
                .isFalse();
        assertThat(left.path("values").path("subject").asText()).isEqualTo("(消去済み)");
        assertThat(left.path("values").path("status").asText()).isNotEmpty();

        for (String kind : List.of("incremental", "full", "remap", "republish")) {
            mappings.values().forEach(mapping -> bench.run(mapping, kind));
            assertThat(Inspection.findings(workspace, MARKERS))
                    .as("after " + kind)
                    .isEmpty();
        }
        change("Contact", contact, Map.of("Title", "目印の肩書"));
        change("EmailMessage", mail, Map.of("Subject", "目印メール件名甲"));
        change("Case", ticket, Map.of("Subject", "目印ケース件名", "Status", "保留"));
        mappings.values().forEach(mapping -> bench.run(mapping, "incremental"));
        assertThat(Inspection.findings(workspace, MARKERS))
                .as("after changes at the source")
                .isEmpty();
        Inspection.update("delete from raw_record where workspace_id = ? and erased", workspace);
        mappings.values().forEach(mapping -> bench.run(mapping, "full"));
        assertThat(Inspection.findings(workspace, MARKERS))
                .as("the ledger blocks also what no kept row marks as erased")
                .isEmpty();
        assertThat(caseFact(ticket).path("values").path("status").asText())
                .as("what is not the person's goes on")
                .isEqualTo("保留");

        bench.admin().post("/api/v1/contacts/" + contactId + "/erasures").then().statusCode(202);
        awaitQuiet();
        assertThat(Inspection.findings(workspace, MARKERS)).isEmpty();
    }

    @Test
    void aContactNobodyKnowsIsNotFound() {
        bench.createWorkspace("株式会社わすれな");

        bench.admin()
                .post("/api/v1/contacts/" + UUID.randomUUID() + "/erasures")
                .then()
                .statusCode(404);
    }

    private JsonPath erase(UUID contactId, String key) {
        return bench.admin()
                .header("Idempotency-Key", key)
                .post("/api/v1/contacts/" + contactId + "/erasures")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private void plant(String account, String contact) {
        change("Contact", contact, Map.of("LastName", LAST, "FirstName", FIRST, "NameKana__c", "プランテッドカナ"));
        change("Contact", contact, Map.of("Email", OLD_MAIL, "Phone", OLD_PHONE, "Title", "目印の前の肩書"));
        change("Contact", contact, Map.of("Department", "目印の部署"));
        mail(
                account,
                Map.of(
                        "ToAddress",
                        "someone@example.com; " + OLD_MAIL.toUpperCase(Locale.ROOT),
                        "Subject",
                        "目印メール件名乙",
                        "TextBody",
                        "目印メール本文乙"));
        mail(account, Map.of("TextBody", "目印の紹介文: " + LAST + "　" + FIRST + "様が担当です。"));
        change("Account", account, Map.of("Description", "目印の備考 窓口は " + MAIL));
        answer(Map.of("顧客コード", "C-00050", "回答者メール", MAIL, "コメント", "目印の感想", "NPS", "9", "回答日", "2026-11-01"));
        answer(Map.of("顧客コード", "C-00050", "回答者メール", MAIL, "コメント", "目印の範囲外の感想", "NPS", "11", "回答日", "2026-11-02"));
    }

    /** What was true before stays in the history only. */
    private void replant(String contact) {
        change("Contact", contact, Map.of("Email", MAIL, "Phone", PHONE, "Title", "目印の肩書"));
    }

    private void load() {
        bench.createWorkspace("株式会社わすれな");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        bench.connectKintone(kintoneConnection, kintone);
        publish("account", "salesforce-account.yaml");
        publish("contact", "salesforce-contact.yaml");
        publish("mail", "salesforce-email-message.yaml");
        publish("case", "salesforce-case.yaml");
        publish("answer", "kintone-survey-response.yaml");
    }

    private void publish(String name, String starter) {
        UUID mapping = UUID.randomUUID();
        mappings.put(name, mapping);
        bench.publish(mapping, starter);
        bench.firstRun(mapping);
    }

    private void awaitQuiet() {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> Inspection.texts("select run_id from run_ticket where workspace_id = ?", workspace)
                        .isEmpty());
    }

    private UUID factId(String object, String recordId) {
        return Ids.nameBased(workspace, connection + "|" + object + "|" + recordId);
    }

    private List<JsonNode> erasedEvents(String erasureId) {
        return Workbench.messages(erasureId).stream()
                .map(message -> message.path("event"))
                .filter(event -> event.path("erasureId").asText().equals(erasureId))
                .toList();
    }

    /** The newest fact told of a case. */
    private JsonNode caseFact(String recordId) {
        String factId = factId("Case", recordId).toString();
        return Workbench.messages(factId).stream()
                .flatMap(message -> message.path("event").path("facts").valueStream())
                .filter(fact -> fact.path("factId").asText().equals(factId))
                .max(java.util.Comparator.comparingLong(
                        fact -> fact.path("sourceVersion").asLong()))
                .orElseThrow();
    }

    private List<String> find(String soql) {
        return given().auth()
                .oauth2(token())
                .queryParam("q", soql)
                .get(salesforce + DATA + "/query")
                .jsonPath()
                .getList("records.Id", String.class);
    }

    private void change(String object, String id, Map<String, String> fields) {
        given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(fields)
                .patch(salesforce + DATA + "/sobjects/" + object + "/" + id)
                .then()
                .statusCode(204);
    }

    private String mail(String account, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("RelatedToId", account);
        all.put("MessageDate", "2026-11-01T01:00:00.000Z");
        return create("EmailMessage", all);
    }

    private String create(String object, Map<String, String> fields) {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(fields)
                .post(salesforce + DATA + "/sobjects/" + object)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void answer(Map<String, String> fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((code, value) -> record.put(code, Map.of("value", value)));
        given().header("X-Cybozu-API-Token", "demo-token-all")
                .contentType(ContentType.JSON)
                .body(Map.of("app", 2, "record", record))
                .post(kintone + "/k/v1/record.json")
                .then()
                .statusCode(200);
    }

    private String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "minori-demo")
                .formParam("client_secret", "minori-demo-secret")
                .post(salesforce + "/services/oauth2/token")
                .jsonPath()
                .getString("access_token");
    }
}
