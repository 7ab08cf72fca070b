package dev.minori.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.CustomerFactEvent.ContactErased;
import dev.minori.events.CustomerFactEvent.FactsRecorded;
import dev.minori.events.Envelope;
import dev.minori.events.MessageKey;
import dev.minori.events.Origin;
import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.CustomerValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.MessageValues;
import dev.minori.events.fact.Money;
import dev.minori.events.fact.SourceObject;
import dev.minori.events.fact.UsageValues;
import dev.minori.kit.id.Ids;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.Documents;
import dev.minori.scoring.history.DatabaseTime;
import dev.minori.scoring.history.Facts;
import dev.minori.scoring.recompute.Recomputation;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecards;
import dev.minori.scoring.segment.Segment;
import dev.minori.scoring.segment.SegmentCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells a workspace's story: facts arrive, customers are computed, events leave. */
@ApplicationScoped
public class Story {
    private static final SourceObject SOURCE = new SourceObject(
            UUID.fromString("0190b000-0000-7000-8000-000000000001"),
            "salesforce",
            "Account",
            UUID.fromString("0190b000-0000-7000-8000-000000000002"),
            1);

    private final Facts facts;
    private final Recomputation recomputation;
    private final DocumentCatalog documents;
    private final Scorecards scorecards;
    private final SegmentCatalog segments;
    private final DatabaseTime databaseTime;
    private final DataSource database;
    private final UserTransaction transaction;
    private long version;

    Story(
            Facts facts,
            Recomputation recomputation,
            DocumentCatalog documents,
            Scorecards scorecards,
            SegmentCatalog segments,
            DatabaseTime databaseTime,
            DataSource database,
            UserTransaction transaction) {
        this.facts = facts;
        this.recomputation = recomputation;
        this.documents = documents;
        this.scorecards = scorecards;
        this.segments = segments;
        this.databaseTime = databaseTime;
        this.database = database;
        this.transaction = transaction;
    }

    /** A new workspace with the starter scorecard and segments. */
    UUID workspace() {
        UUID workspaceId = UUID.randomUUID();
        TestSurroundings.InTokyo.WORKSPACES.add(workspaceId);
        WorkspaceContext.run(workspaceId, () -> {
            documents.save(scorecards, workspaceId, starter("scorecards/standard", Scorecard.class), true, "test", "*");
            for (String key : List.of("band-fell", "contract-ending", "mail-words")) {
                documents.save(segments, workspaceId, starter("segments/" + key, Segment.class), true, "test", "*");
            }
        });
        return workspaceId;
    }

    static <T> T starter(String name, Class<T> type) {
        try (InputStream yaml = Story.class.getResourceAsStream("/starter/" + name + ".yaml")) {
            return Documents.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A healthy customer: two years of contract, steady use. */
    UUID customer(UUID workspaceId, String name, Origin origin) {
        UUID customerId = UUID.randomUUID();
        LocalDate today = LocalDate.of(2026, 11, 22);
        arrive(workspaceId, origin, Dataset.CUSTOMER, fact(customerId, customerId, customer(name)));
        arrive(
                workspaceId,
                origin,
                Dataset.CONTRACT,
                fact(customerId, named(customerId, "contract"), contract(today.minusYears(2), today.plusYears(1))));
        usage(workspaceId, customerId, origin, 56, 0, 40);
        return customerId;
    }

    static CustomerValues customer(String name) {
        return new CustomerValues(name, "カブシキガイシャ", null, "C-00042", null, "製造業", 120L, null, "活用", "ハイタッチ", null);
    }

    static ContractValues contract(LocalDate start, LocalDate end) {
        return new ContractValues("K-100", "みのりプラン", start, end, null, true, null, new Money(120_000, "JPY"), 50L);
    }

    /** Usage of each day from {@code fromDaysAgo} to {@code toDaysAgo}. */
    void usage(UUID workspaceId, UUID customerId, Origin origin, int fromDaysAgo, int toDaysAgo, long activeUsers) {
        LocalDate today =
                LocalDate.ofInstant(TestSurroundings.testClock().instant(), java.time.ZoneId.of("Asia/Tokyo"));
        List<Fact> days = new ArrayList<>();
        for (int ago = fromDaysAgo; ago >= toDaysAgo; ago--) {
            LocalDate day = today.minusDays(ago);
            days.add(fact(
                    customerId,
                    named(customerId, "usage " + day),
                    new UsageValues(day, activeUsers, activeUsers * 2, activeUsers * 10)));
        }
        arrive(workspaceId, origin, Dataset.USAGE, days.toArray(Fact[]::new));
    }

    void message(UUID workspaceId, UUID customerId, Origin origin, String subject, String text) {
        Instant sentAt = TestSurroundings.testClock().instant().minusSeconds(60);
        arrive(
                workspaceId,
                origin,
                Dataset.MESSAGE,
                fact(
                        customerId,
                        UUID.randomUUID(),
                        new MessageValues(sentAt, true, "tanaka@example.jp", "cs@minori.example", subject, text)));
    }

    Fact fact(UUID customerId, UUID factId, @Nullable FactValues values) {
        return new Fact(
                factId,
                customerId,
                "src-" + factId,
                "https://crm.example/" + factId,
                ++version,
                null,
                values == null,
                values);
    }

    static UUID named(UUID customerId, String name) {
        return Ids.nameBased(customerId, name);
    }

    void arrive(UUID workspaceId, Origin origin, Dataset dataset, Fact... arrived) {
        whileUncommitted(workspaceId, origin, dataset, List.of(arrived), () -> true);
    }

    /** Does something when the fact is written and not yet committed. */
    <T> T whileUncommitted(UUID workspaceId, Origin origin, Dataset dataset, Fact arrived, Callable<T> meanwhile) {
        return whileUncommitted(workspaceId, origin, dataset, List.of(arrived), meanwhile);
    }

    private <T> T whileUncommitted(
            UUID workspaceId, Origin origin, Dataset dataset, List<Fact> arrived, Callable<T> meanwhile) {
        FactsRecorded event = new FactsRecorded(UUID.randomUUID(), dataset, SOURCE, arrived);
        Envelope<FactsRecorded> envelope = new Envelope<>(
                UUID.randomUUID(),
                workspaceId,
                MessageKey.customer(workspaceId, arrived.getFirst().customerId()),
                1,
                Instant.EPOCH,
                origin,
                true,
                null,
                null,
                event);
        return WorkspaceContext.call(
                workspaceId,
                () -> inTransaction(() -> {
                    facts.record(envelope, event);
                    return meanwhile.call();
                }));
    }

    /** Whether anybody waits for a lock that a transaction took by name. */
    boolean waitsForALock() {
        return !query(
                        UUID.randomUUID(),
                        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())",
                        row -> "waits")
                .isEmpty();
    }

    void erase(UUID workspaceId, UUID customerId, UUID contactId, List<UUID> others) {
        ContactErased event = new ContactErased(UUID.randomUUID(), customerId, contactId, others);
        Envelope<ContactErased> envelope = new Envelope<>(
                UUID.randomUUID(),
                workspaceId,
                MessageKey.customer(workspaceId, customerId),
                1,
                Instant.EPOCH,
                Origin.LIVE,
                true,
                null,
                null,
                event);
        WorkspaceContext.run(
                workspaceId,
                () -> inTransaction(() -> {
                    facts.erase(envelope, event);
                    return true;
                }));
    }

    /** The time by which it is written what was known when. */
    Instant databaseNow(UUID workspaceId) {
        return WorkspaceContext.call(workspaceId, () -> inTransaction(databaseTime::now));
    }

    /** Lets five minutes go by on the database's clock for all that is known by now. */
    void age(UUID workspaceId) {
        for (Dataset dataset : Dataset.values()) {
            String table = dataset.wireName().replace('-', '_');
            update(workspaceId, "UPDATE " + table + "_current SET known_from = known_from - interval '5 minutes'");
            update(
                    workspaceId,
                    "UPDATE " + table + "_history SET known_from = known_from - interval '5 minutes',"
                            + " known_to = known_to - interval '5 minutes'");
        }
        update(workspaceId, "UPDATE health_score SET known_from = known_from - interval '5 minutes'");
    }

    /** Computes until nothing is due; loaded customers need no rest here. */
    void compute(UUID workspaceId) {
        while (WorkspaceContext.call(workspaceId, () -> recomputation.sweepSome(workspaceId, 2)) > 0) {
            // The next two.
        }
        update(workspaceId, "UPDATE dirty_customer SET marked_at = marked_at - interval '1 minute'");
        int computed;
        do {
            computed = WorkspaceContext.call(
                    workspaceId,
                    () -> recomputation.computeSome(workspaceId, 100).customers());
        } while (computed > 0);
    }

    /** The events that wait in the outbox, oldest first, and are gone then. */
    List<JsonNode> told(UUID workspaceId) {
        List<JsonNode> events =
                query(workspaceId, "SELECT payload FROM outbox_message ORDER BY lane DESC, position", Story::envelope);
        update(workspaceId, "DELETE FROM outbox_message");
        return events;
    }

    <T> List<T> query(UUID workspaceId, String sql, Function<ResultSet, T> reader) {
        return WorkspaceContext.call(
                workspaceId,
                () -> inTransaction(() -> {
                    List<T> rows = new ArrayList<>();
                    try (Connection connection = database.getConnection();
                            PreparedStatement statement = connection.prepareStatement(sql);
                            ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(reader.apply(row));
                        }
                    }
                    return rows;
                }));
    }

    void update(UUID workspaceId, String sql) {
        WorkspaceContext.run(
                workspaceId,
                () -> inTransaction(() -> {
                    try (Connection connection = database.getConnection();
                            PreparedStatement statement = connection.prepareStatement(sql)) {
                        return statement.executeUpdate();
                    }
                }));
    }

    private <T> T inTransaction(Callable<T> work) {
        try {
            transaction.begin();
            try {
                T result = work.call();
                transaction.commit();
                return result;
            } catch (Exception e) {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
                throw e;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode envelope(ResultSet row) {
        try {
            return EventJson.mapper().readTree(row.getBytes(1));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
