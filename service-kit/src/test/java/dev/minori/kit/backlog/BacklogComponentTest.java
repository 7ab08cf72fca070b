package dev.minori.kit.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import dev.minori.platform.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gauges tell of the outage they are for: nobody relays here, and the rows grow old. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class BacklogComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final String channel = "channel-" + workspace;

    @Inject
    BacklogGauges gauges;

    @Inject
    ParkingLot parking;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void forget() throws SQLException {
        asSuperuser("delete from outbox_message where workspace_id = '" + workspace + "'");
        gauges.look();
    }

    @Test
    void rowsThatNobodySendsGrowOld() throws SQLException {
        asSuperuser("""
                insert into outbox_message
                  (workspace_id, lane, position, event_id, topic, message_key, key_sequence, payload, recorded_at)
                values ('%s', 'BULK', -1, '%s', 'deliveries', 'k', 1, '', now() - interval '10 minutes')
                """.formatted(workspace, UUID.randomUUID()));
        gauges.look();

        assertThat(meters.get("minori.outbox.oldest.age")
                        .tag("lane", "BULK")
                        .gauge()
                        .value())
                .isCloseTo(600, offset(60.0));
    }

    @Test
    void parkedKeysOfAllWorkspacesAreCountedWithTheirAge() throws SQLException {
        park("k1");
        asSuperuser("update parked_key set parked_at = now() - interval '1 hour' where channel = '" + channel + "'");
        park("k2");
        gauges.look();

        assertThat(value("minori.parked.keys")).isEqualTo(2);
        assertThat(value("minori.parked.oldest.age")).isCloseTo(3600, offset(60.0));
        asSuperuser("delete from parked_key where channel = '" + channel + "'");
        gauges.look();
        assertThat(meters.find("minori.parked.keys").tag("channel", channel).gauge())
                .isNull();
    }

    @Test
    void whoCountsSeesNeitherKeysNorReasons() throws SQLException {
        try (Connection relay = ServiceTestResource.database().connect(Role.RELAY)) {
            for (String column : new String[] {"message_key", "reason", "detail", "*"}) {
                assertThatThrownBy(() -> relay.createStatement().executeQuery("select " + column + " from parked_key"))
                        .as(column)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private double value(String meter) {
        return meters.get(meter).tag("channel", channel).gauge().value();
    }

    private void park(String key) {
        ParkingLot.Waiting message = new ParkingLot.Waiting(UUID.randomUUID(), new byte[0], "t-0@1");
        WorkspaceContext.run(
                workspace,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> parking.park(channel, key, "poison", "cannot be applied", message)));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection =
                TestPostgres.connectAsSuperuser(ServiceTestResource.database().name())) {
            connection.createStatement().execute(sql);
        }
    }
}
