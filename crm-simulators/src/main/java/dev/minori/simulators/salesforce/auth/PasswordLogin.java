package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.store.Database;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Logging in by name and password, as SOAP does. The simulator's users have no passwords of their own: the execution user
 * of a connected application logs in with that application's secret.
 */
public final class PasswordLogin {

    private final Orgs orgs;
    private final Sessions sessions;
    private final Users users;

    public PasswordLogin(Database database, Orgs orgs, Sessions sessions) {
        this.orgs = orgs;
        this.sessions = sessions;
        this.users = new Users(database);
    }

    /** A new session and the token it is used by. */
    public record LoggedIn(Session session, String token) {
        @Override
        public String toString() {
            return "LoggedIn[" + session.userId() + "]";
        }
    }

    /** Opens a session; empty when name or password are wrong, or the user is not active. */
    public Optional<LoggedIn> login(String username, String password) throws SQLException {
        for (ConnectedApp app : orgs.appsOf(username)) {
            Optional<Org> org = orgs.find(app.org());
            if (org.isEmpty() || !new Credentials(app.clientId(), password).fits(app)) {
                continue;
            }
            Optional<Users.User> user = users.byName(org.get(), username);
            if (user.isPresent()) {
                String userId = user.get().id();
                return Optional.of(new LoggedIn(new Session(org.get(), userId), sessions.open(org.get(), userId)));
            }
        }
        return Optional.empty();
    }
}
