package dev.minori.scoring.expression;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Seeded customers with records, in PostgreSQL and in memory alike. */
final class TestWorld {
    static final Moment MOMENT = new Moment(
            UUID.fromString("0190a000-0000-7000-8000-00000000000a"),
            ZoneId.of("Asia/Tokyo"),
            Instant.parse("2026-11-21T18:30:00Z"),
            LocalDate.of(2026, 11, 19));

    private static final List<String> TEXTS =
            List.of("", "お見積もりをお願いします", "O'Brien", "アップセル", "ｱｯﾌﾟｾﾙ", "導入", "A", "a", "𠮷野家", "%_\\", "ＡＢＣ");

    private final Random random = new Random(42);
    private final Database database;
    private final Map<UUID, Customer> customers = new LinkedHashMap<>();

    record Customer(
            Map<String, Map<String, @Nullable Object>> rows, Map<String, List<Map<String, @Nullable Object>>> sets) {}

    private TestWorld(Database database) {
        this.database = database;
    }

    static TestWorld create(int customers) throws SQLException, IOException {
        ServiceDatabase fresh = TestPostgres.freshDatabase("scoring");
        TestWorld world = new TestWorld(
                new Database(TestPostgres.superuserUrl().replaceFirst("/postgres(\\?|$)", "/" + fresh.name() + "$1")));
        try (Connection connection = world.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION minori_protect(t text) RETURNS void LANGUAGE sql AS 'SELECT NULL::void'");
            for (String name : List.of("V202611220200__create_facts", "V202611220210__create_scoring")) {
                statement.execute(migration(name).replace("${app}", "PUBLIC").replace("${erase}", "PUBLIC"));
            }
            // Columns that sort a before B and カ before き: expressions compare by code point wherever they run.
            statement.execute("ALTER TABLE customer_profile ALTER COLUMN phase TYPE text COLLATE \"en-x-icu\","
                    + " ALTER COLUMN industry TYPE text COLLATE \"en-x-icu\"");
            for (int i = 0; i < customers; i++) {
                world.add(connection);
            }
        }
        return world;
    }

    DataSource database() {
        return database;
    }

    Map<UUID, Customer> customers() {
        return customers;
    }

    private static String migration(String name) throws IOException {
        try (InputStream sql = TestWorld.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void add(Connection connection) throws SQLException {
        UUID id = uuid();
        Map<String, @Nullable Object> customer = new HashMap<>();
        customer.put("name", Objects.requireNonNull(text()));
        customer.put("phase", maybe(text()));
        customer.put("industry", maybe(text()));
        customer.put("employees", maybe(number()));
        insert(
                connection,
                "customer_profile",
                Map.of(
                        "customer_id",
                        id,
                        "fact_id",
                        id,
                        "source_version",
                        1L,
                        "valid_from",
                        MOMENT.now(),
                        "profile_version",
                        1L,
                        "removed",
                        false,
                        "changed_at",
                        MOMENT.now(),
                        "mrr",
                        "[]"),
                customer);
        Map<String, @Nullable Object> health = new HashMap<>();
        if (random.nextInt(4) > 0) {
            health.put("points", maybe(BigDecimal.valueOf(random.nextInt(10_000), 2)));
            health.put("band", "GOOD");
            insert(
                    connection,
                    "health_current",
                    Map.of(
                            "customer_id",
                            id,
                            "score_id",
                            id,
                            "coverage",
                            1.0,
                            "measure_values",
                            "{}",
                            "scorecard_id",
                            id,
                            "scorecard_version",
                            1,
                            "calculated_at",
                            MOMENT.now(),
                            "evaluated_at",
                            MOMENT.now()),
                    health);
        }
        Map<String, List<Map<String, @Nullable Object>>> sets = new HashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            LocalDate day = day();
            add(
                    connection,
                    sets,
                    "usage",
                    "usage_current",
                    id,
                    day,
                    row("day", day, "activeUsers", maybe(number()), "logins", maybe(number())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate start = day().minusYears(1);
            LocalDate end = maybe(day().plusMonths(5));
            Map<String, @Nullable Object> row =
                    row("startDate", start, "endDate", end, "noticeDeadline", maybe(day()), "seats", maybe(number()));
            row.put("productName", maybe(text()));
            row.put("autoRenew", maybe(random.nextBoolean()));
            boolean priced = random.nextBoolean();
            String currency = random.nextBoolean() ? "JPY" : "USD";
            long minor = random.nextInt(1_000_000);
            row.put("mrr_minor", priced ? BigDecimal.valueOf(minor) : null);
            row.put("mrr_currency", priced ? currency : null);
            add(connection, sets, "contracts", "contract_current", id, start, row);
            row.put("mrr.amount", priced ? BigDecimal.valueOf(minor, currency.equals("JPY") ? 0 : 2) : null);
            row.put("mrr.currency", priced ? currency : null);
            row.put("lastDay", end == null ? null : end.minusDays(1));
            row.put(
                    "inForce",
                    !start.isAfter(MOMENT.today())
                            && (end == null || MOMENT.today().isBefore(end)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant sentAt = MOMENT.now().minusSeconds(random.nextInt(60 * 86_400));
            add(
                    connection,
                    sets,
                    "messages",
                    "message_current",
                    id,
                    sentAt,
                    row(
                            "sentAt",
                            sentAt,
                            "subject",
                            maybe(text()),
                            "text",
                            maybe(text()),
                            "inbound",
                            maybe(random.nextBoolean())));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate day = day();
            add(
                    connection,
                    sets,
                    "surveyResponses",
                    "survey_response_current",
                    id,
                    day,
                    row(
                            "respondedOn",
                            day,
                            "nps",
                            maybe(BigDecimal.valueOf(random.nextInt(11))),
                            "csat",
                            maybe(BigDecimal.valueOf(1 + random.nextInt(5))),
                            "comment",
                            maybe(text())));
        }
        customers.put(id, new Customer(Map.of("customer", customer, "health", health), sets));
    }

    private void add(
            Connection connection,
            Map<String, List<Map<String, @Nullable Object>>> sets,
            String set,
            String table,
            UUID customerId,
            Object time,
            Map<String, @Nullable Object> row)
            throws SQLException {
        UUID factId = uuid();
        insert(
                connection,
                table,
                Map.ofEntries(
                        Map.entry("fact_id", factId),
                        Map.entry("customer_id", customerId),
                        Map.entry("connection_id", customerId),
                        Map.entry("system", "salesforce"),
                        Map.entry("object_name", "X"),
                        Map.entry("source_record_id", "1"),
                        Map.entry("mapping_id", customerId),
                        Map.entry("mapping_version", 1),
                        Map.entry("source_version", 1L),
                        Map.entry("valid_from", MOMENT.now()),
                        Map.entry("known_from", MOMENT.now()),
                        Map.entry("removed", false)),
                row);
        row.put("#time", time);
        row.put("#id", factId);
        sets.computeIfAbsent(set, _ -> new ArrayList<>()).add(row);
    }

    private static void insert(
            Connection connection, String table, Map<String, Object> fixed, Map<String, @Nullable Object> values)
            throws SQLException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fixed);
        all.put("workspace_id", MOMENT.workspaceId());
        values.forEach(
                (name, value) -> all.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
        String columns = String.join(", ", all.keySet());
        String places = String.join(
                ", ",
                all.keySet().stream()
                        .map(name -> name.equals("mrr") || name.equals("measure_values") ? "?::jsonb" : "?")
                        .toList());
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")")) {
            int index = 0;
            for (Object value : all.values()) {
                statement.setObject(++index, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            statement.executeUpdate();
        }
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) Objects.requireNonNull(pairs[i]), pairs[i + 1]);
        }
        return row;
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(50));
    }

    private LocalDate day() {
        return MOMENT.today().minusDays(random.nextInt(80) - 5);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Connections as superuser; nothing else is asked of it. */
    private record Database(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Logger getParentLogger() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
