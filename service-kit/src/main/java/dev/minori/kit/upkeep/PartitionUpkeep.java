package dev.minori.kit.upkeep;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes and drops partitions as the schema's owner: the application role may not. One process at a time does it. */
@ApplicationScoped
class PartitionUpkeep {
    private static final long LOCK = 0x7061_7274L; // "part"

    private final OwnerConfig owner;
    private final Instance<PartitionedTable.Source> sources;
    private final Clock clock;

    PartitionUpkeep(OwnerConfig owner, @Any Instance<PartitionedTable.Source> sources, Clock clock) {
        this.owner = owner;
        this.sources = sources;
        this.clock = clock;
    }

    /** How the schema's owner connects. */
    @ConfigMapping(prefix = "minori.upkeep")
    interface OwnerConfig {
        /** JDBC URL of the service's database. */
        String jdbcUrl();

        /** The owner role. */
        String username();

        /** Its password. */
        String password();
    }

    void start(@Observes StartupEvent started) {
        keepUp();
    }

    @Scheduled(every = "6h", delayed = "6h", identity = "partition-upkeep")
    void keepUp() {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.username(), owner.password())) {
            try (Statement lock = connection.createStatement()) {
                lock.execute("select pg_advisory_lock(" + LOCK + ")");
            }
            for (PartitionedTable.Source source : sources) {
                for (PartitionedTable table : source.tables()) {
                    make(connection, table);
                    drop(connection, table);
                }
            }
        } catch (SQLException failed) {
            Log.errorf(failed, "partitions could not be kept up; rows go to the default partitions until they can");
        }
    }

    private void make(Connection connection, PartitionedTable table) throws SQLException {
        LocalDate today = today();
        try (PreparedStatement make = connection.prepareStatement(
                "select minori_make_partitions(?::regclass, ?::interval, ?::date, ?::date)")) {
            make.setString(1, table.table());
            make.setString(2, table.step().interval());
            make.setObject(3, today.minus(table.behind()));
            make.setObject(4, today.plus(table.ahead()));
            make.execute();
        }
    }

    private void drop(Connection connection, PartitionedTable table) throws SQLException {
        if (table.keep() == null) {
            return;
        }
        LocalDate oldestKept = today().minus(table.keep());
        for (String partition : partitions(connection, table)) {
            LocalDate firstDay =
                    table.step().firstDay(partition.substring(table.table().length() + 1));
            if (!table.step().nextFirstDay(firstDay).isAfter(oldestKept)) {
                try (Statement drop = connection.createStatement()) {
                    drop.execute("drop table " + partition);
                }
                Log.infof("partition %s dropped: its rows are no longer kept", partition);
            }
        }
    }

    private static List<String> partitions(Connection connection, PartitionedTable table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = ?::regclass and c.relname ~ ?")) {
            select.setString(1, table.table());
            select.setString(2, "^" + table.table() + "_" + table.step().suffixPattern() + "$");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
