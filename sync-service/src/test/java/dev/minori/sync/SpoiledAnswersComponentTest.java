package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SpoiledSourceTrial;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Tampering.Answer;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Cut and broken answers, sessions that end, sources that show nothing: what is read is whole, or kept and shown. */
@SyncComponentTest
class SpoiledAnswersComponentTest extends SpoiledSourceTrial {
    private static final byte[] EMPTY =
            "{\"totalSize\":0,\"done\":true,\"records\":[]}".getBytes(StandardCharsets.UTF_8);

    @ConfigProperty(name = "test.simulators.directory")
    String simulators;

    @Test
    void aPageThatIsCutShortIsThrownAwayAndReadAgain() {
        loadAccounts();
        AtomicBoolean cut = new AtomicBoolean();
        source.with((request, answer) -> {
            Answer whole = answer.answer();
            return request.contains("/results") && cut.compareAndSet(false, true)
                    ? new Answer(whole.status(), Arrays.copyOf(whole.body(), whole.body().length * 2 / 3))
                    : whole;
        });
        bench.publishRecentUsage(usage);

        JsonPath run = bench.firstRun(usage);

        assertThat(source.asked("/results")).isGreaterThan(1);
        assertThat(source.asked("POST /services/data/v62.0/jobs/query"))
                .as("only the page is read again")
                .isEqualTo(1);
        assertWholeUsage(run);
    }

    @Test
    void anExpiredSessionIsRenewedOnceInTheMiddleOfARun() {
        loadAccounts();
        long signedIn = source.asked("/oauth2/token");
        AtomicBoolean expired = new AtomicBoolean();
        source.with((request, answer) -> {
            if (request.contains("/results") && expired.compareAndSet(false, true)) {
                Answer refused = new Answer(
                        401,
                        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]"
                                .getBytes(StandardCharsets.UTF_8));
                return refused;
            }
            return answer.answer();
        });
        bench.publishRecentUsage(usage);

        assertWholeUsage(bench.firstRun(usage));

        assertThat(source.asked("/oauth2/token")).isEqualTo(signedIn + 1);
    }

    @Test
    void aJwtBearerConnectionReadsLikeAnyOther() throws Exception {
        String key = Files.readString(Path.of(simulators, "jwt-private.pem"));
        bench.admin()
                .body(Map.of(
                        "name",
                        "salesforce-demo",
                        "system",
                        "salesforce",
                        "salesforce",
                        Map.of(
                                "loginUrl",
                                salesforce,
                                "auth",
                                Map.of(
                                        "type", "jwt-bearer",
                                        "clientId", "minori-demo",
                                        "username", "integration@demo.minori-demo.example",
                                        "privateKeyPem", key))))
                .header("If-Match", "\"1\"")
                .put("/api/v1/connections/" + connection)
                .then()
                .statusCode(200);

        JsonPath verdict = bench.admin()
                .post("/api/v1/connections/" + connection + "/test")
                .jsonPath();

        assertThat(verdict.getBoolean("usable")).as(verdict.prettify()).isTrue();
        assertThat(Inspection.texts(
                        "select encode(sealed, 'escape') from connection_secret where connection_id = ?", connection))
                .hasSize(1)
                .noneMatch(box -> box.contains("PRIVATE KEY"));
        loadAccounts();
    }

    @Test
    void brokenBytesConcernOneRowAndAreKept() {
        AtomicBoolean broken = new AtomicBoolean();
        source.with((request, answer) -> {
            Answer whole = answer.answer();
            if (request.contains("/query?") && request.contains("FROM+Account") && !request.contains("COUNT")) {
                String bytes = new String(whole.body(), StandardCharsets.ISO_8859_1);
                int name = bytes.indexOf("\"Name\":\"\u00e6\u00a0\u00aa");
                if (name >= 0 && broken.compareAndSet(false, true)) {
                    String spoiled = bytes.substring(0, name + 10) + "x" + bytes.substring(name + 11);
                    return new Answer(whole.status(), spoiled.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return whole;
        });
        bench.publish(accounts, "salesforce-account.yaml");

        JsonPath run = bench.firstRun(accounts);

        assertThat(broken).isTrue();
        assertThat(run.getLong("counts.read")).isEqualTo(300);
        assertThat(run.getLong("counts.rejected")).as(run.prettify()).isEqualTo(1);
        JsonPath rejected =
                bench.admin().get("/api/v1/quarantine?mappingId=" + accounts).jsonPath();
        assertThat(rejected.getString("items[0].reason")).isEqualTo("unreadable-value");
        assertThat(rejected.getString("items[0].field")).isEqualTo("Name");
        assertThat(Inspection.texts(
                        "select record_id from raw_record where workspace_id = ?"
                                + " and position(convert_to('\\uDCE6\\uDCA0x', 'UTF8') in body) > 0",
                        workspace))
                .as("the bytes that were no text are kept")
                .hasSize(1);
    }

    @Test
    void aSourceThatSuddenlyShowsNothingEndsNobodyUntilSomebodyConfirms() {
        loadAccounts();
        source.with((request, answer) -> request.contains("/query?") && request.contains("FROM+Account")
                ? new Answer(200, EMPTY)
                : answer.answer());

        JsonPath held = bench.run(accounts, "full");

        assertThat(held.getLong("heldRemovals")).as(held.prettify()).isEqualTo(300);
        assertThat(held.getLong("counts.removed")).isZero();
        assertThat(held.getString("error.code")).isEqualTo("removals-held");
        assertThat(Workbench.outbox(held.getString("id"))).isEmpty();

        String confirmed = bench.admin()
                .body(Map.of("mappingId", accounts, "kind", "full", "confirmRemovals", true))
                .post("/api/v1/sync-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("[0].id");
        JsonPath removed = bench.succeeded(confirmed);
        assertThat(removed.getLong("counts.removed")).as(removed.prettify()).isEqualTo(300);
        assertThat(removed.getLong("heldRemovals")).isZero();
    }
}
