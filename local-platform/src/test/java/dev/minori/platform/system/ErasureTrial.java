package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.demo.PlatformClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A person whose data is planted in both source systems, goes through all services up to a mail, and is then erased. The
 * sources keep theirs: that is not Minori's to erase, but Minori must not take it in again.
 */
final class ErasureTrial {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String DATA = "/services/data/v62.0/sobjects/";
    /** Each names one thing that the person wrote or is known by. */
    private static final List<String> MARKERS =
            IntStream.rangeClosed(1, 20).mapToObj("qzvmark%02dx"::formatted).toList();

    private final Api api;
    private final Databases databases;
    private final PlatformClock clock;
    private final String session;

    ErasureTrial(LocalPlatform platform) {
        this.api = new Api(platform.endpoints());
        this.databases = new Databases(platform);
        this.clock = platform.clock();
        this.session = api.salesforceSession("minori-demo");
    }

    void run() throws Exception {
        JsonNode customer = api.get("kenji", api.at().scoring() + "/api/v1/customers?band=GOOD&limit=1")
                .path("items")
                .path(0);
        String code = customer.path("customerCode").asText();
        String contact = plant(code);
        awaitAll(MARKERS.stream().filter(marker -> !marker.equals(marker(7))).toList());
        // A second phone number over the first one: what was known before must go as well.
        salesforce("PATCH", DATA + "Contact/" + contact, "{\"Phone\": \"" + marker(7) + "\"}");
        awaitAll(MARKERS);
        Awaitility.await("the mail about it")
                .atMost(PATIENCE)
                .until(() -> api.get(
                                "kenji",
                                api.at().notification() + "/api/v1/deliveries?customerId="
                                        + customer.path("customerId").asText())
                        .toString()
                        .contains(marker(8)));

        String contactId = databases.value(
                "scoring", "select fact_id::text from contact_current where source_record_id = ?", contact);
        api.send("POST", "admin", api.at().sync() + "/api/v1/contacts/" + contactId + "/erasures", null);

        assertGone("after the erasure");
        readEverythingAgain();
        assertGone("after the sources were read again");
    }

    private void awaitAll(List<String> markers) {
        Awaitility.await("all of it in Minori")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(databases.find(markers)).containsOnlyKeys(markers));
    }

    private void assertGone(String when) {
        Awaitility.await(when)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(databases.find(MARKERS)).isEmpty());
    }

    /** Returns the contact's record id in Salesforce. */
    private String plant(String code) {
        String account = salesforce(
                        "GET",
                        "/services/data/v62.0/query?q="
                                + Api.encode("SELECT Id FROM Account WHERE CustomerCode__c = '" + code + "'"),
                        "")
                .path("records")
                .path(0)
                .path("Id")
                .asText();
        String email = marker(4) + "@customer.example";
        String contact = create(
                "Contact",
                Map.of(
                        "AccountId", account,
                        "LastName", "消去" + marker(1),
                        "FirstName", "花" + marker(2),
                        "NameKana__c", "ショウキョ" + marker(3),
                        "Email", email,
                        "Phone", marker(5),
                        "Title", "部長" + marker(6)));
        mail(account, email, "見積もりのお願い" + marker(8), "本文です。" + marker(9) + " よろしくお願いします。");
        mail(account, email, "ご相談" + marker(10), "要望があります。" + marker(11));
        mail(account, email, "御礼" + marker(12), "ありがとうございました。" + marker(13));
        create(
                "Case",
                Map.of(
                        "AccountId",
                        account,
                        "ContactId",
                        contact,
                        "Subject",
                        "画面が開かない " + marker(14),
                        "Description",
                        "担当の" + marker(15) + "です。",
                        "Status",
                        "New",
                        "Priority",
                        "High"));
        create(
                "Case",
                Map.of(
                        "AccountId",
                        account,
                        "ContactId",
                        contact,
                        "Subject",
                        "出力が遅い " + marker(16),
                        "Description",
                        "連絡先は" + marker(17) + "です。",
                        "Status",
                        "New",
                        "Priority",
                        "Low"));
        survey(code, email, marker(18));
        survey(code, email, marker(19));
        // Kept by an answer that the person gave under another spelling of the address.
        survey(code, email.toUpperCase(Locale.ROOT), marker(20));
        return contact;
    }

    private void mail(String account, String from, String subject, String text) {
        create(
                "EmailMessage",
                Map.of(
                        "RelatedToId", account,
                        "FromAddress", from,
                        "ToAddress", "support@minori-demo.example",
                        "Subject", subject,
                        "TextBody", text,
                        "Incoming", true,
                        "MessageDate",
                                clock.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private void survey(String code, String email, String comment) {
        String record = """
                {"app": 2, "record": {"顧客コード": {"value": "%s"}, "回答日": {"value": "%s"},
                 "回答者メール": {"value": "%s"}, "NPS": {"value": "3"}, "コメント": {"value": "使いにくい %s"}}}
                """.formatted(code, LocalDate.ofInstant(clock.now(), ZONE), email, comment);
        api.kintone("demo-token-all", "POST", "/k/v1/record.json", record);
    }

    private String create(String object, Map<String, Object> fields) {
        return salesforce("POST", DATA + object, Api.json(fields)).path("id").asText();
    }

    private JsonNode salesforce(String method, String path, String body) {
        return api.send(method, api.at().salesforce() + path, session, "application/json", body);
    }

    /** All but usage, which knows numbers and nobody. */
    private void readEverythingAgain() {
        String runs = api.at().sync() + "/api/v1/sync-runs";
        List<JsonNode> started = new ArrayList<>();
        for (JsonNode mapping : api.all("admin", api.at().sync() + "/api/v1/mappings")) {
            if (mapping.path("object").asText().equals("DailyUsage__c")) {
                continue;
            }
            api.send(
                            "POST",
                            "admin",
                            runs,
                            Map.of("mappingId", mapping.path("id").asText(), "kind", "full"))
                    .forEach(started::add);
        }
        for (JsonNode run : started) {
            Awaitility.await("full run of " + run.path("object").asText())
                    .atMost(PATIENCE)
                    .until(() -> api.get("admin", runs + "/" + run.path("id").asText())
                            .path("state")
                            .asText()
                            .equals("succeeded"));
        }
    }

    private static String marker(int number) {
        return MARKERS.get(number - 1);
    }
}
