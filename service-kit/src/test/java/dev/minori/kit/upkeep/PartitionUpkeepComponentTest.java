package dev.minori.kit.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.upkeep.PartitionedTable.Step;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions are there before their rows, and rows that came first move into them. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class PartitionUpkeepComponentTest {
    private static final PartitionedTable TRIAL =
            new PartitionedTable("trial_day", Step.DAY, Period.ofDays(1), Period.ofDays(7), Period.ofDays(30));
    private static final PartitionedTable ABSENT =
            new PartitionedTable("no_such_table", Step.DAY, Period.ofDays(1), Period.ofDays(7), null);

    @Inject
    PartitionUpkeep upkeep;

    @Inject
    Clock clock;

    @BeforeEach
    void makeTable() throws SQLException {
        asOwner(
                "create table trial_day (id integer not null, day date not null, primary key (id, day)) partition by range (day)",
                "create table trial_day_default partition of trial_day default");
    }

    @AfterEach
    void dropTable() throws SQLException {
        asOwner("drop table if exists trial_day");
    }

    @Test
    void rowsThatCameBeforeTheirPartitionMoveIntoIt() throws SQLException {
        asOwner("insert into trial_day values (1, '%s'), (2, '%s'), (3, '%s'), (4, '%s')"
                .formatted(today().plusDays(3), today().plusDays(3), today().plusDays(100), today().minusDays(31)));
        upkeep.keepUp(List.of(TRIAL));
        asOwner("insert into trial_day values (5, '%s')".formatted(today().plusDays(3)));

        assertThat(rows("select id from trial_day order by id"))
                .as("what is no longer kept has gone")
                .containsExactly("1", "2", "3", "5");
        assertThat(rows("select id from trial_day_default")).containsExactly("3");
        assertThat(rows("select distinct tableoid::regclass::text from trial_day where id in (1, 2, 5)"))
                .containsExactly("trial_day_" + today().plusDays(3).toString().replace("-", ""));
    }

    @Test
    void oneTableThatFailsDoesNotStopTheOthers() throws SQLException {
        upkeep.keepUp(List.of(ABSENT, TRIAL));
        assertThat(rows("select relname from pg_class where relname like 'trial_day_2%' and relkind = 'r'"))
                .hasSize(9);
    }

    @Test
    void aLockThatSomebodyHoldsEndsTheTryAndNotTheStart() throws SQLException {
        try (Connection holder = ServiceTestResource.database().connect(Role.OWNER)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table trial_day in access exclusive mode");
            Thread trying = Thread.ofPlatform().start(() -> upkeep.keepUp(List.of(TRIAL)));
            Awaitility.await("the upkeep gives up")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !trying.isAlive());
            holder.rollback();
        }
        upkeep.keepUp(List.of(TRIAL));
        assertThat(rows("select relname from pg_class where relname like 'trial_day_2%' and relkind = 'r'"))
                .hasSize(9);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = ServiceTestResource.database().connect(Role.OWNER);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> found = new java.util.ArrayList<>();
        try (Connection connection = ServiceTestResource.database().connect(Role.OWNER);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
