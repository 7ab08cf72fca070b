package dev.minori.sync.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.Inspection;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.testing.SpoiledSourceTrial;
import dev.minori.sync.testing.SyncComponentTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A budget stops calls before the source does, for every process, and lets them go on when it resets or is raised. */
@SyncComponentTest
class BudgetComponentTest extends SpoiledSourceTrial {
    private static final int PODS = 2;
    private static final int CALLERS = 4;

    @Inject
    CallAccounts books;

    @Inject
    Clock clock;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    void aSpentBudgetLetsRunsWaitAndOthersGoOnUntilItIsRaised() {
        loadAccounts();
        bench.admin().post("/api/v1/connections/" + connection + "/test").then().statusCode(200);
        bench.admin()
                .get("/api/v1/connections/" + connection + "/objects/Account")
                .then()
                .statusCode(200);
        JsonPath before = budget();
        assertThat(before.getLong("day.used")).isPositive();
        assertThat(before.getLong("source.limit")).isPositive();
        assertThat(before.getLong("day.limit")).isEqualTo(before.getLong("source.limit") * 80 / 100);
        assertThat(before.getList("spentToday.purpose", String.class)).contains("run", "test", "describe");
        assertThat(before.getList("spentToday.calls", Long.class).stream()
                        .mapToLong(Number::longValue)
                        .sum())
                .as("every call that left is booked, and none that did not")
                .isEqualTo(source.asked(""))
                .isEqualTo(before.getLong("day.used"));
        assertThat(before.getMap("pause")).isNull();

        set(null, before.getLong("day.used"));
        long asked = source.asked("");
        String run = bench.request(accounts, "incremental");
        await().atMost(PATIENCE)
                .until(() -> "budget-spent"
                        .equals(bench.admin()
                                .get("/api/v1/sync-runs/" + run)
                                .jsonPath()
                                .getString("error.code")));
        bench.admin()
                .get("/api/v1/connections/" + connection + "/objects")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
        JsonPath spent = budget();
        assertThat(spent.getString("pause.by")).isEqualTo("calls-per-day");
        assertThat(spent.getString("pause.until")).isEqualTo(spent.getString("day.resetsAt"));
        assertThat(source.asked("")).isEqualTo(asked);
        assertThat(bench.admin()
                        .get("/api/v1/connections/" + connection)
                        .jsonPath()
                        .getString("blockedUntil"))
                .as("the source itself refuses nothing")
                .isNull();

        UUID other = UUID.randomUUID();
        bench.connectKintone(other, kintone);
        bench.admin().get("/api/v1/connections/" + other + "/objects").then().statusCode(200);

        set(null, null);
        bench.succeeded(run);
    }

    @Test
    void onlyWhoMayChangeConnectionsSetsABudgetAndOnlyOfWhatWasSeen() {
        String path = "/api/v1/connections/" + connection + "/budget";
        bench.as("taro", "manager").get(path).then().statusCode(200);
        bench.as("taro", "csm").get(path).then().statusCode(403);
        bench.as("taro", "manager").body(Map.of()).put(path).then().statusCode(403);
        bench.admin().body(Map.of()).put(path).then().statusCode(428);
        bench.admin()
                .header("If-Match", "\"0\"")
                .body(Map.of("shareOfLimit", 101))
                .put(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        bench.admin()
                .header("If-Match", "\"0\"")
                .body(Map.of("callsPerHour", 7))
                .put(path)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON);
        bench.admin()
                .header("If-Match", "\"0\"")
                .body(Map.of("callsPerHour", 8))
                .put(path)
                .then()
                .statusCode(412);
        assertThat(budget().getLong("hour.limit")).isEqualTo(7);
        bench.admin()
                .get("/api/v1/connections/" + UUID.randomUUID() + "/budget")
                .then()
                .statusCode(404);
    }

    @Test
    void twoProcessesTogetherMakeExactlyAsManyCallsAsThereAre() throws InterruptedException {
        set(100L, null);
        AtomicInteger made = new AtomicInteger();

        everywhere(gate -> {
            gate.pass();
            made.incrementAndGet();
        });

        assertThat(made).hasValue(100);
    }

    @Test
    void whatOneProcessIsRefusedNoOtherAsksAgain() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        List<CallGate> gates = everywhere(gate -> {
            gate.pass();
            if (made.incrementAndGet() > 50) {
                gate.shut(clock.instant().plus(SourceException.LIMIT_PAUSE));
            }
        });

        assertThat(made.get()).as("only calls under way were made").isLessThanOrEqualTo(50 + PODS * CALLERS);
        int stopped = made.get();
        for (CallGate gate : gates) {
            assertThat(refused(gate)).isTrue();
        }
        assertThat(made).hasValue(stopped);

        Inspection.update("update connection set blocked_until = now() where id = ?", connection);
        for (CallGate gate : gates) {
            assertThat(refused(gate)).as("after the reset").isFalse();
        }
    }

    private interface Caller {
        void call(CallGate gate);
    }

    /** Several callers in several processes call until they are refused; gives the gates of the processes. */
    private List<CallGate> everywhere(Caller caller) throws InterruptedException {
        List<CallGate> gates = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (int pod = 0; pod < PODS; pod++) {
            CallLeases process = new CallLeases(books, clock);
            CallGate gate = WorkspaceContext.call(workspace, () -> process.of(connection));
            gates.add(gate);
            for (int i = 0; i < CALLERS; i++) {
                callers.add(Thread.ofVirtual()
                        .start(() -> WorkspaceContext.run(
                                workspace, () -> CallPurpose.RUN.run(() -> untilRefused(gate, caller)))));
            }
        }
        for (Thread each : callers) {
            assertThat(each.join(PATIENCE)).isTrue();
        }
        return gates;
    }

    private static void untilRefused(CallGate gate, Caller caller) {
        try {
            for (int i = 0; i < 10_000; i++) {
                caller.call(gate);
                Thread.yield();
            }
        } catch (SourceException _) {
            // Refused, as it must be sooner or later.
        }
    }

    private boolean refused(CallGate gate) {
        return WorkspaceContext.call(workspace, () -> {
            try {
                gate.pass();
                return false;
            } catch (SourceException _) {
                return true;
            }
        });
    }

    private JsonPath budget() {
        return bench.admin()
                .get("/api/v1/connections/" + connection + "/budget")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void set(@Nullable Long perHour, @Nullable Long perDay) {
        Map<String, Object> body = new HashMap<>();
        if (perHour != null) {
            body.put("callsPerHour", perHour);
        }
        if (perDay != null) {
            body.put("callsPerDay", perDay);
        }
        String tag = bench.admin()
                .get("/api/v1/connections/" + connection + "/budget")
                .header("ETag");
        bench.admin()
                .header("If-Match", tag)
                .body(body)
                .put("/api/v1/connections/" + connection + "/budget")
                .then()
                .statusCode(200);
    }
}
