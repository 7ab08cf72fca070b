package dev.minori.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class AuditComponentTest {
    /** The common pool has one thread on a small machine: two waiting writers would wait for each other. */
    private static final Executor THREADS = command -> new Thread(command).start();

    private final UUID workspace = UUID.randomUUID();

    @Inject
    Audit audit;

    @Inject
    AuditVerifier verifier;

    @Inject
    AuditSealer sealer;

    @Test
    void entriesAreSealedInOrderAndVerify() {
        record("株式会社こもれび", 5);
        awaitSealed(5);
        assertThat(verify()).isEmpty();
        record("あすなろ食品株式会社", 3);
        awaitSealed(8);
        assertThat(verify()).isEmpty();
    }

    @Test
    void entryOfAChangeThatFailsIsNotThere() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        workspace,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            audit.record("mapping-published", "mapping", "m-1", Map.of("name", "取引先"));
                            throw new IllegalStateException("the change failed");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("select count(*) from audit_entry where workspace_id = ?"))
                .isZero();
        assertThat(count("select count(*) from audit_pending where workspace_id = ?"))
                .isZero();
    }

    @Test
    void outsideOfATransactionNothingIsRecorded() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        workspace, () -> audit.record("mapping-published", "mapping", "m-1", Map.of())))
                .hasMessageContaining("ransaction");
    }

    /** A slow transaction recorded first and commits last: it is sealed after the faster one, and nothing breaks. */
    @Test
    void slowTransactionNeitherBlocksTheSealerNorIsForgotten() throws Exception {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(
                () -> WorkspaceContext.run(
                        workspace,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            audit.record("slow", "mapping", "m-0", Map.of());
                            recorded.countDown();
                            await(mayCommit);
                        })),
                THREADS);
        await(recorded);
        record("株式会社こもれび", 2);
        awaitSealed(2);
        mayCommit.countDown();
        slow.get(60, TimeUnit.SECONDS);
        awaitSealed(3);
        assertThat(count("select sequence from audit_entry where workspace_id = ? and action = 'slow'"))
                .isEqualTo(3);
        assertThat(verify()).isEmpty();
    }

    @Test
    void twoSealersNeverMakeTwoChains() throws Exception {
        record("株式会社こもれび", 50);
        List<CompletableFuture<Void>> sealers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sealers.add(CompletableFuture.runAsync(sealer::sealAll, THREADS));
        }
        for (CompletableFuture<Void> each : sealers) {
            each.get(60, TimeUnit.SECONDS);
        }
        awaitSealed(50);
        assertThat(verify()).isEmpty();
    }

    /** The workspace whose chain fails is the only one that waits. */
    @Test
    void aChainThatCannotBeSealedHoldsNoOtherBack() throws SQLException {
        UUID broken = UUID.randomUUID();
        try (Connection superuser =
                TestPostgres.connectAsSuperuser(ServiceTestResource.database().name())) {
            superuser.createStatement().execute("""
                    create function refuse_seal() returns trigger language plpgsql as
                    $$ begin raise exception 'this chain is broken'; end $$;
                    create trigger refuse_seal before update on audit_entry for each row
                    when (new.workspace_id = '%s') execute function refuse_seal();
                    """.formatted(broken));
        }
        try {
            recordIn(broken, "株式会社こわれ", 1);
            List<UUID> others =
                    IntStream.range(0, 8).mapToObj(_ -> UUID.randomUUID()).toList();
            others.forEach(other -> recordIn(other, "株式会社こもれび", 1));
            record("株式会社こもれび", 1);
            awaitSealed(1);
            for (UUID other : others) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(verification(other).unsealedEntries())
                                .isZero());
            }
            assertThat(verification(broken).unsealedEntries()).isEqualTo(1);
        } finally {
            try (Connection superuser = TestPostgres.connectAsSuperuser(
                    ServiceTestResource.database().name())) {
                superuser.createStatement().execute("drop function refuse_seal cascade");
            }
        }
        Awaitility.await("its marks were kept")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(verification(broken).unsealedEntries()).isZero());
    }

    /** More than the sealer takes at once: the rest follows, in the same chain. */
    @Test
    void aLongStandStillIsSealedInPieces() {
        int entries = AuditSealer.BATCH + 5;
        WorkspaceContext.run(
                workspace,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < entries; i++) {
                        audit.record("mapping-published", "mapping", "m-" + i, Map.of());
                    }
                }));
        awaitSealed(entries);
        assertThat(verify()).isEmpty();
    }

    @Test
    void changedEntryIsFoundExactly() {
        record("株式会社こもれび", 9);
        awaitSealed(9);
        for (String column : List.of("actor", "action", "subject_type", "subject_id")) {
            tamper("update audit_entry set " + column + " = " + column
                    + " || 'x' where workspace_id = ? and sequence = 4");
            assertThat(verify())
                    .extracting(AuditVerifier.Finding::sequence, AuditVerifier.Finding::what)
                    .as(column)
                    .containsExactly(tuple(4L, "changed"));
            tamper("update audit_entry set " + column + " = left(" + column + ", -1)"
                    + " where workspace_id = ? and sequence = 4");
            assertThat(verify()).isEmpty();
        }
        tamper("update audit_entry set recorded_at = recorded_at + interval '1 microsecond'"
                + " where workspace_id = ? and sequence = 7");
        assertThat(verify()).extracting(AuditVerifier.Finding::sequence).containsExactly(7L);
    }

    @Test
    void changedDetailsAreFoundExactly() {
        record("株式会社こもれび", 4);
        awaitSealed(4);
        tamper(
                "update audit_entry set details = convert_to('{\"n\":\"別\"}', 'UTF8') where workspace_id = ? and sequence = 2");
        assertThat(verify())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sequence() + finding.what()).isEqualTo("2details-changed"));
    }

    @Test
    void removedEntriesAreFoundInTheMiddleAndAtTheEnd() {
        record("株式会社こもれび", 6);
        awaitSealed(6);
        tamper("delete from audit_entry where workspace_id = ? and sequence in (3, 6)");
        assertThat(verify())
                .extracting(finding -> finding.sequence() + " " + finding.what())
                .containsExactly("3 missing", "6 missing");
    }

    @Test
    void shortenedOrRewrittenChainShowsByItsHead() {
        record("株式会社こもれび", 3);
        awaitSealed(3);
        tamper("delete from audit_entry where workspace_id = ? and sequence = 3");
        tamper("update audit_chain set sequence = 2, seal ="
                + " (select seal from audit_entry e where e.workspace_id = audit_chain.workspace_id and e.sequence = 2)"
                + " where workspace_id = ?");
        assertThat(verify()).extracting(AuditVerifier.Finding::what).containsExactly("head-forged");
        tamper("delete from audit_chain where workspace_id = ?");
        assertThat(verify()).extracting(AuditVerifier.Finding::what).containsExactly("head-forged");
    }

    /** The chain grows at its end while it is walked: that is no tampering. */
    @Test
    void chainThatGrowsWhileItIsWalkedHolds() throws Exception {
        record("株式会社こもれび", 1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> record("あすなろ食品株式会社", 60), THREADS);
        CompletableFuture<Void> sealing = CompletableFuture.runAsync(
                () -> {
                    while (!writer.isDone()) {
                        sealer.sealAll();
                    }
                },
                THREADS);
        while (!writer.isDone()) {
            assertThat(verify()).isEmpty();
        }
        writer.get(60, TimeUnit.SECONDS);
        sealing.get(60, TimeUnit.SECONDS);
        awaitSealed(61);
        assertThat(verify()).isEmpty();
    }

    @Test
    void erasedDetailsLeaveTheChainWhole() throws SQLException {
        record("渡邉 美穂", 3);
        awaitSealed(3);
        try (Connection eraser = ServiceTestResource.database().connect(Role.ERASE)) {
            eraser.setAutoCommit(false);
            bind(eraser);
            try (PreparedStatement erase =
                    eraser.prepareStatement("update audit_entry set salt = null, details = null where sequence = 2")) {
                assertThat(erase.executeUpdate()).isEqualTo(1);
            }
            eraser.commit();
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void applicationCanNeitherChangeNorRemoveAnEntry() throws SQLException {
        record("株式会社こもれび", 1);
        awaitSealed(1);
        for (String statement : List.of(
                "update audit_entry set actor = 'nobody'", "delete from audit_entry", "delete from audit_chain")) {
            try (Connection application = ServiceTestResource.database().connect(Role.APP)) {
                application.setAutoCommit(false);
                bind(application);
                assertThatThrownBy(() -> application.createStatement().execute(statement))
                        .as(statement)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whatConcernsNoWorkspaceHasAChainOfItsOwn() {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.recordForSystem("service-started", "service", "kit-test", Map.of("version", "0.1")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                count(
                                        "select count(*) from audit_system_entry where sequence is null and ?::uuid is not null"))
                        .isZero());
        assertThat(verifier.verifySystem().findings()).isEmpty();
        assertThat(count("select count(*) from audit_system_entry where ?::uuid is not null"))
                .isPositive();
    }

    private void record(String name, int times) {
        recordIn(workspace, name, times);
    }

    private AuditVerifier.Verification verification(UUID workspaceId) {
        return WorkspaceContext.call(workspaceId, verifier::verify);
    }

    private void recordIn(UUID workspaceId, String name, int times) {
        for (int i = 0; i < times; i++) {
            String subject = "m-" + i;
            WorkspaceContext.run(
                    workspaceId,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> audit.record("mapping-published", "mapping", subject, Map.of("name", name))));
        }
    }

    private List<AuditVerifier.Finding> verify() {
        return WorkspaceContext.call(workspace, verifier::verify).findings();
    }

    private void awaitSealed(int entries) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count(
                                "select count(*) from audit_entry where workspace_id = ? and sequence is not null"))
                        .isEqualTo(entries));
    }

    private void bind(Connection connection) throws SQLException {
        connection.createStatement().execute("select set_config('minori.workspace', '" + workspace + "', true)");
    }

    private void tamper(String statement) {
        assertThat(Inspection.update(statement, workspace)).isPositive();
    }

    private long count(String query) {
        return Inspection.number(query, workspace);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
