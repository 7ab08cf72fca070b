package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The users of an org, as far as logging in is concerned. */
public final class Users {

    private final Database database;

    public Users(Database database) {
        this.database = database;
    }

    /** Who somebody is. */
    public record User(String id, String username, String name, String lastName, String firstName, String email) {
        private static User of(ResultSet row) throws SQLException {
            String first = row.getString("FirstName");
            return new User(
                    row.getString("Id"),
                    row.getString("Username"),
                    row.getString("Name"),
                    row.getString("LastName"),
                    first == null ? "" : first,
                    row.getString("Email"));
        }
    }

    /** An active user by the name it logs in with. */
    public Optional<User> byName(Org org, String username) throws SQLException {
        return find(org, "lower(\"Username\") = lower(?)", username);
    }

    /** The id of an active user. */
    String idOf(Org org, String username) throws SQLException, OAuthFault {
        return byName(org, username)
                .map(User::id)
                .orElseThrow(() -> new OAuthFault(400, "inactive_user", "user is inactive"));
    }

    /** An active user. */
    public Optional<User> byId(Org org, String id) throws SQLException {
        return find(org, "\"Id\" = ?", id);
    }

    private Optional<User> find(Org org, String condition, String value) throws SQLException {
        Optional<String> table = org.schema().object("User").map(org.schema()::table);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        return database.transact(connection -> Sql.first(
                connection,
                User::of,
                "select \"Id\", \"Username\", \"Name\", \"LastName\", \"FirstName\", \"Email\" from " + table.get()
                        + " where " + condition + " and \"IsActive\"",
                value));
    }
}
