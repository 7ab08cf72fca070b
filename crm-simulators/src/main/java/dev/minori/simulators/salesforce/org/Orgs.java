package dev.minori.simulators.salesforce.org;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.schema.Histories;
import dev.minori.simulators.salesforce.schema.ObjectTables;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.schema.RecordTypes;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All orgs of this process. Definitions are small and held in memory; rows never are. */
public final class Orgs {

    /** Session timeout of a new org: the vendor's default of two hours. */
    private static final int DEFAULT_SESSION_SECONDS = 7200;

    private final Database database;
    private final Clock clock;
    private final Map<String, Org> byName = new ConcurrentHashMap<>();

    private Orgs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads the orgs that exist. */
    public static Orgs load(Database database, Clock clock) throws SQLException {
        Orgs orgs = new Orgs(database, clock);
        database.run(connection -> {
            for (String name : Sql.list(connection, row -> row.getString(1), "select name from sf_org")) {
                Org org = orgs.read(connection, name);
                PermissionStore.read(connection, org);
                orgs.byName.put(name, org);
            }
        });
        return orgs;
    }

    private Org read(Connection connection, String name) throws SQLException {
        List<ObjectType> objects = Sql.list(
                connection,
                row -> objectType(row.getString(1)),
                "select definition from sf_object where org = ? order by position",
                name);
        return Sql.first(
                        connection,
                        row -> new Org(
                                name,
                                row.getString("org_id"),
                                ZoneId.of(row.getString("zone")),
                                new OrgSchema(databaseSchema(name), objects),
                                Duration.ofSeconds(row.getInt("session_seconds")),
                                row.getInt("daily_calls_limit"),
                                Duration.ofSeconds(row.getInt("covered_lag_seconds")),
                                new Paging(Locators.valueOf(row.getString("locators")), row.getInt("page_rows")),
                                Sql.instant(row, "deletions_known_from"),
                                row.getObject("calls_day", LocalDate.class),
                                row.getInt("calls_used")),
                        "select * from sf_org where name = ?",
                        name)
                .orElseThrow(() -> new SQLException("org " + name + " vanished"));
    }

    private static ObjectType objectType(String definition) throws SQLException {
        try {
            return Json.MAPPER.readValue(definition, ObjectType.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored object definition cannot be read", e);
        }
    }

    private static String databaseSchema(String org) {
        return "sf_" + org;
    }

    /** An org by name. */
    public Optional<Org> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every org. */
    public Collection<Org> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Creates an org with empty, not yet indexed tables, replacing one of that name with all its rows.
     *
     * @param name lower-case letters and digits, at most 20
     */
    public Org create(Connection connection, String name, ZoneId zone, int dailyLimit, List<ObjectType> declared)
            throws SQLException {
        List<ObjectType> objects = Histories.completed(RecordTypes.completed(declared));
        if (!name.matches("[a-z][a-z0-9]{0,19}")) {
            throw new IllegalArgumentException("'" + name + "' is not an org name");
        }
        String schemaName = databaseSchema(name);
        Sql.execute(connection, "drop schema if exists " + schemaName + " cascade");
        Sql.update(connection, "delete from sf_org where name = ?", name);
        Sql.execute(connection, "create schema " + schemaName);
        long number = Sql.number(connection, "select count(*) + 1 from sf_org");
        Sql.update(
                connection,
                "insert into sf_org (name, org_id, zone, session_seconds, daily_calls_limit, calls_day, calls_used)"
                        + " values (?, ?, ?, ?, ?, ?, 0)",
                name,
                SalesforceId.of("00D", Math.abs((long) name.hashCode()) * 100 + number),
                zone.getId(),
                DEFAULT_SESSION_SECONDS,
                dailyLimit,
                today());
        OrgSchema schema = new OrgSchema(schemaName, objects);
        int position = 0;
        for (ObjectType object : objects) {
            Sql.update(
                    connection,
                    "insert into sf_object (org, name, position, definition) values (?, ?, ?, ?)",
                    name,
                    object.name(),
                    position++,
                    Json.text(object));
            ObjectTables.create(connection, schema, object);
        }
        RecordTypes.insert(
                connection, schema, clock.instant().truncatedTo(ChronoUnit.SECONDS), SalesforceId.of("005", 1));
        return read(connection, name);
    }

    /** Makes a created org reachable, once its rows are in place. */
    public void publish(Org org) {
        byName.put(org.name(), org);
    }

    /** Adds or replaces a connected application. */
    public void register(Connection connection, Org org, ConnectedApp app) throws SQLException {
        Sql.update(
                connection,
                "insert into sf_client (client_id, org, secret_sha256, username, public_key, redirect_uris,"
                        + " rotate_refresh_tokens) values (?, ?, ?, ?, ?, ?, ?) on conflict (client_id) do update set"
                        + " org = excluded.org, secret_sha256 = excluded.secret_sha256, username = excluded.username,"
                        + " public_key = excluded.public_key, redirect_uris = excluded.redirect_uris,"
                        + " rotate_refresh_tokens = excluded.rotate_refresh_tokens",
                app.clientId(),
                org.name(),
                app.secretSha256(),
                app.username(),
                app.publicKey(),
                app.redirectUris(),
                app.rotateRefreshTokens());
    }

    /** The connected application of a client id. */
    public Optional<ConnectedApp> app(String clientId) throws SQLException {
        return database.transact(connection ->
                Sql.first(connection, Orgs::app, "select * from sf_client where client_id = ?", clientId));
    }

    /** The connected applications that act as a user. */
    public List<ConnectedApp> appsOf(String username) throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                Orgs::app,
                "select * from sf_client where lower(username) = lower(?) order by client_id",
                username));
    }

    private static ConnectedApp app(ResultSet row) throws SQLException {
        return new ConnectedApp(
                row.getString("client_id"),
                row.getString("org"),
                row.getString("secret_sha256"),
                row.getString("username"),
                row.getString("public_key"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                row.getBoolean("rotate_refresh_tokens"));
    }

    /** Changes settings of an org; null leaves a setting as it is. */
    public void configure(
            Org org, @Nullable Duration sessionTimeout, @Nullable Integer dailyLimit, @Nullable Integer callsUsed)
            throws SQLException {
        if (sessionTimeout != null) {
            org.sessionTimeout(sessionTimeout);
        }
        if (dailyLimit != null) {
            org.dailyLimit(dailyLimit);
        }
        if (callsUsed != null) {
            org.use(today(), callsUsed);
        }
        save(org);
    }

    /** Makes {@code latestDateCovered} lag behind the clock. */
    public void coveredLag(Org org, Duration lag) throws SQLException {
        org.coveredLag(lag);
        database.run(connection -> Sql.update(
                connection,
                "update sf_org set covered_lag_seconds = ? where name = ?",
                Math.toIntExact(lag.toSeconds()),
                org.name()));
    }

    /** Gives long results away another way; locators that are open go by it too. */
    public void paging(Org org, Paging paging) throws SQLException {
        org.paging(paging);
        database.run(connection -> Sql.update(
                connection,
                "update sf_org set locators = ?, page_rows = ? where name = ?",
                paging.locators().name(),
                paging.mostRows(),
                org.name()));
    }

    /** Forgets what was deleted before now, as the service does when the log grows too long. */
    public int purgeDeletions(Org org) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        org.deletionsKnownFrom(now);
        return database.transact(connection -> {
            Sql.update(connection, "update sf_org set deletions_known_from = ? where name = ?", now, org.name());
            return Sql.update(connection, "delete from sf_deleted where org = ? and deleted_at < ?", org.name(), now);
        });
    }

    /** Removes everything in the recycle bin for good. */
    public int emptyRecycleBin(Org org) throws SQLException {
        return database.transact(connection -> {
            int gone = 0;
            for (ObjectType object : org.schema().objects()) {
                gone += Sql.update(connection, "delete from " + org.schema().table(object) + " where \"IsDeleted\"");
            }
            return gone;
        });
    }

    /** Writes settings and spent calls of all orgs; called now and then and at the end. */
    public void saveAll() throws SQLException {
        for (Org org : byName.values()) {
            save(org);
        }
    }

    private void save(Org org) throws SQLException {
        Org.Usage usage = org.usage();
        database.run(connection -> Sql.update(
                connection,
                "update sf_org set session_seconds = ?, daily_calls_limit = ?, calls_day = ?, calls_used = ?"
                        + " where name = ?",
                Math.toIntExact(org.sessionTimeout().toSeconds()),
                org.dailyLimit(),
                usage.day(),
                usage.calls(),
                org.name()));
    }

    /** The date API calls are counted for. */
    public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
