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
import java.util.Properties;

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
        keepUp(sources.stream().flatMap(source -> source.tables().stream()).toList());
    }

    /** Each table for itself: one that cannot be kept up now does not keep the others from it. */
    void keepUp(List<PartitionedTable> tables) {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), properties())) {
            if (!becomeKeeper(connection)) {
                Log.info("another process keeps the partitions up");
                return;
            }
            for (PartitionedTable table : tables) {
                keepUp(connection, table);
            }
        } catch (SQLException away) {
            Log.errorf(away, "partitions could not be kept up; rows go to the default partitions until they can");
        }
    }

    private void keepUp(Connection connection, PartitionedTable table) {
        try {
            make(connection, table);
            drop(connection, table);
        } catch (SQLException failed) {
            Log.errorf(failed, "partitions of %s could not be kept up this time", table.table());
        }
    }

    private static boolean becomeKeeper(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement();
                ResultSet row = lock.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A start must not hang on a lock that somebody holds, nor on a server that does not answer. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", owner.username());
        properties.setProperty("password", owner.password());
        properties.setProperty("ApplicationName", "minori-upkeep");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "150");
        properties.setProperty("options", "-c lock_timeout=5s -c statement_timeout=120s");
        return properties;
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
        try (PreparedStatement forget = connection.prepareStatement("select minori_forget_strays(?::regclass, ?)")) {
            forget.setString(1, table.table());
            forget.setObject(2, oldestKept);
            forget.execute();
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
