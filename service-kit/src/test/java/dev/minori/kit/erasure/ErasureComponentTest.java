package dev.minori.kit.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.events.CustomerFactEvent;
import dev.minori.events.Envelope;
import dev.minori.events.MessageKey;
import dev.minori.events.Origin;
import dev.minori.events.fact.ContactValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.SourceObject;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.audit.AuditVerifier;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ErasureComponentTest {
    private static final int MARKERS = 20;

    private final UUID erasureId = UUID.randomUUID();
    private final UUID workspace = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final UUID bystander = UUID.randomUUID();
    private final UUID note = UUID.randomUUID();

    @Inject
    Erasures erasures;

    @Inject
    ErasureLedger ledger;

    @Inject
    NotePersonalData notes;

    @Inject
    Audit audit;

    @Inject
    AuditVerifier verifier;

    @Inject
    Idempotency idempotency;

    @Inject
    ParkingLot parking;

    @Inject
    Outbox outbox;

    @Inject
    Database database;

    @AfterEach
    void mend() {
        notes.fail(false);
    }

    @Test
    void afterAnErasureNothingIsLeftOfTwentyMarkers() throws SQLException {
        plant();
        assertThat(placesOfMarkers()).as("the search finds what was planted").hasSizeGreaterThanOrEqualTo(MARKERS);

        erase();

        assertThat(placesOfMarkers()).isEmpty();
        assertThat(places(rows(), "居合わせた人")).as("others stay as they were").isNotEmpty();
        assertThat(in(() -> verifier.verify().findings())).isEmpty();
        assertThat(in(() -> ledger.isErased(contact))).isTrue();
        assertThat(in(() -> ledger.erasedAmong(List.of(contact, note, bystander))))
                .containsExactlyInAnyOrder(contact, note);
    }

    @Test
    void anotherWorkspaceKeepsItsOwnRecordsOfTheSameId() {
        UUID other = UUID.randomUUID();
        erase();
        assertThat(WorkspaceContext.call(other, () -> ledger.isErased(contact))).isFalse();
    }

    @Test
    void failureErasesNothingButBlocksAndCanBeRepeated() throws SQLException {
        plant();
        notes.fail(true);
        assertThatThrownBy(this::erase).isInstanceOf(ErasureFailure.class);
        assertThat(placesOfMarkers()).hasSizeGreaterThanOrEqualTo(MARKERS);
        assertThat(in(() -> ledger.isErased(contact))).isTrue();
        assertThat(in(() -> ledger.list(null, 10).getFirst().completedAt())).isNull();

        notes.fail(false);
        erase();
        assertThat(placesOfMarkers()).isEmpty();
        assertThat(in(() -> ledger.list(null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.completedAt()).isNotNull());
    }

    @Test
    void blockStaysWhenTheTransactionOfTheCallerFails() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        workspace,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            erasures.erase(new Erasure(erasureId, contact, List.of(note)));
                            throw new IllegalStateException("the caller failed");
                        })))
                .hasMessage("the caller failed");
        assertThat(in(() -> ledger.find(erasureId)))
                .hasValueSatisfying(entry -> assertThat(entry.completedAt()).isNotNull());
    }

    @Test
    void restoredBackupIsErasedOnceMore() throws SQLException {
        erase();
        plant();
        assertThat(placesOfMarkers()).isNotEmpty();
        String token = Tokens.of("admin", workspace, "admin");
        String entries = given().header("Authorization", "Bearer " + token)
                .get("/api/v1/erasures?limit=10")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(entries).contains(contact.toString(), note.toString());
        String wish = "{\"erasures\":[{\"erasureId\":\"%s\",\"contactId\":\"%s\",\"factIds\":[\"%s\"]}]}"
                .formatted(UUID.randomUUID(), contact, note);
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(wish)
                    .post("/api/v1/erasures/replays")
                    .then()
                    .statusCode(200);
        }
        assertThat(placesOfMarkers()).isEmpty();
    }

    @Test
    void onlyAdministratorsSeeAndReplayErasures() {
        String token = Tokens.of("hanako", workspace, "csm", "manager");
        assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/api/v1/erasures")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().header("Authorization", "Bearer " + Tokens.of("admin", workspace, "admin"))
                        .contentType("application/json")
                        .body("{\"erasures\":[]}")
                        .post("/api/v1/erasures/replays")
                        .statusCode())
                .isEqualTo(400);
    }

    private void erase() {
        WorkspaceContext.run(workspace, () -> erasures.erase(new Erasure(erasureId, contact, List.of(note))));
    }

    private void plant() {
        WorkspaceContext.run(workspace, () -> {
            for (int i = 0; i < MARKERS; i += 5) {
                int first = i;
                QuarkusTransaction.requiringNew().run(() -> {
                    park(facts(marker(first)));
                    outbox.publish(
                            OutboxMessage.live(MessageKey.customer(workspace, customer), facts(marker(first + 1))));
                    audit.record("contact-shown", "contact", contact.toString(), Map.of("name", marker(first + 2)));
                    idempotency.once(
                            "key-" + first,
                            first,
                            Map.class,
                            () -> Map.of("contactId", contact.toString(), "name", marker(first + 3)));
                });
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> database.update(
                            "insert into note (workspace_id, id, text, version) values (?, ?, ?, 0)",
                            workspace,
                            note,
                            marker(4) + marker(9) + marker(14) + marker(19)));
        });
    }

    private void park(CustomerFactEvent event) {
        String key = MessageKey.customer(workspace, customer);
        UUID eventId = UUID.randomUUID();
        byte[] payload = EventJson.write(new Envelope<>(
                eventId,
                workspace,
                key,
                1,
                Instant.parse("2026-04-01T00:00:00Z"),
                Origin.LIVE,
                false,
                null,
                null,
                event));
        parking.park(
                "customer-facts", key, "poison", "cannot be applied", new ParkingLot.Waiting(eventId, payload, "test"));
    }

    private CustomerFactEvent facts(String name) {
        return new CustomerFactEvent.FactsRecorded(
                UUID.randomUUID(),
                Dataset.CONTACT,
                new SourceObject(UUID.randomUUID(), "salesforce", "Contact", UUID.randomUUID(), 1),
                List.of(fact(contact, name), fact(bystander, "居合わせた人")));
    }

    private Fact fact(UUID id, String name) {
        return new Fact(
                id, customer, "003A1", null, 1, null, false, new ContactValues(name, null, null, null, null, null));
    }

    private static String marker(int number) {
        return "MARKER-%02d-渡邉".formatted(number);
    }

    private List<String> placesOfMarkers() throws SQLException {
        List<String> rows = rows();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < MARKERS; i++) {
            places.addAll(places(rows, marker(i)));
        }
        return places;
    }

    private static List<String> places(List<String> rows, String text) {
        String hexadecimal = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return rows.stream()
                .filter(row -> row.contains(text) || row.contains(hexadecimal))
                .toList();
    }

    /** Every row of this workspace in every table of the database: all columns as text, bytes in hexadecimal digits. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection superuser = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                ResultSet tables = superuser
                        .createStatement()
                        .executeQuery("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind = 'r'")) {
            while (tables.next()) {
                try (ResultSet found = superuser
                        .createStatement()
                        .executeQuery("select t::text from " + tables.getString(1) + " t where t::text like '%"
                                + workspace + "%'")) {
                    while (found.next()) {
                        rows.add(tables.getString(1) + found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private <T> T in(Supplier<T> work) {
        return WorkspaceContext.call(workspace, work);
    }
}
