package dev.minori.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.platform.postgres.DatabaseBootstrap;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void runsPostgres18WithCodePointOrder() throws SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("sync");
        try (Connection connection = database.connect(Role.APP)) {
            assertThat(text(connection, "SHOW server_version")).startsWith("18.");
            assertThat(text(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            // By code point: ASCII, then hiragana, katakana, then han; a dictionary order would mix them.
            assertThat(text(
                            connection,
                            "SELECT string_agg(n, '' ORDER BY n) FROM (VALUES ('実'), ('み'), ('ミ'), ('Z'), ('a')) v(n)"))
                    .isEqualTo("Zaみミ実");
        }
    }

    @Test
    void onlyTheOwnerMayCreateTables() throws SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("scoring");
        try (Connection owner = database.connect(Role.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE score (id uuid)");
        }
        for (Role role : new Role[] {Role.APP, Role.RELAY, Role.ERASE}) {
            try (Connection connection = database.connect(role);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("CREATE TABLE other (id uuid)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied for schema public");
                assertThatThrownBy(() -> statement.execute("SELECT * FROM score"))
                        .hasMessageContaining("permission denied for table score");
            }
        }
    }

    @Test
    void onlyTheApplicationRoleHasTheTransactionLimitAndTemporaryTables() throws SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("playbook");
        try (Connection app = database.connect(Role.APP);
                Statement statement = app.createStatement()) {
            assertThat(text(app, "SHOW transaction_timeout")).isEqualTo("30s");
            statement.execute("CREATE TEMPORARY TABLE incoming (id uuid)");
        }
        try (Connection relay = database.connect(Role.RELAY)) {
            assertThat(text(relay, "SHOW transaction_timeout")).isEqualTo("0");
        }
    }

    @Test
    void noRoleBypassesRowSecurityOrReachesAnotherServicesDatabase() throws SQLException {
        ServiceDatabase mine = TestPostgres.freshDatabase("sync");
        ServiceDatabase other = TestPostgres.freshDatabase("scoring");
        try (Connection superuser = TestPostgres.connectAsSuperuser("postgres")) {
            assertThat(text(
                            superuser,
                            "SELECT count(*) FROM pg_roles WHERE rolname LIKE '" + mine.name()
                                    + "\\_%' AND NOT rolsuper AND NOT rolbypassrls AND rolcanlogin"))
                    .isEqualTo("4");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(other.jdbcUrl(), mine.user(Role.APP), mine.user(Role.APP)))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void bootstrapTwiceIsHarmlessAndKeepsData() throws SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("notification");
        try (Connection owner = database.connect(Role.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT '株式会社みのり' AS name");
        }
        new DatabaseBootstrap(TestPostgres::connectAsSuperuser).ensure(database);
        try (Connection owner = database.connect(Role.OWNER)) {
            assertThat(text(owner, "SELECT name FROM kept")).isEqualTo("株式会社みのり");
        }
    }

    @Test
    void databasesOfTwoCallsAreDifferentAndDescribeThemselvesToAService() {
        ServiceDatabase first = TestPostgres.freshDatabase("sync");
        ServiceDatabase second = TestPostgres.freshDatabase("sync");
        assertThat(first.name()).isNotEqualTo(second.name());
        assertThat(first.environment())
                .containsEntry("MINORI_DB_URL", first.jdbcUrl())
                .containsEntry("MINORI_DB_APP_USER", first.name() + "_app")
                .containsKeys("MINORI_DB_OWNER_PASSWORD", "MINORI_DB_RELAY_USER", "MINORI_DB_ERASE_PASSWORD");
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
