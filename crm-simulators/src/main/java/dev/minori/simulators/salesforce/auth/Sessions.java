package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions behind access tokens. They end by time since their last use, by revoke, or by the control door. */
public final class Sessions {

    private static final Duration TOUCH_EVERY = Duration.ofSeconds(20);
    private static final int TOKEN_BYTES = 60;

    private final Database database;
    private final Orgs orgs;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, Orgs orgs, Clock clock) {
        this.database = database;
        this.orgs = orgs;
        this.clock = clock;
    }

    /** Opens a session; the token has the real one's form: org id, exclamation mark, secret. */
    public String open(Org org, String userId) throws SQLException {
        return open(org, userId, null, "api");
    }

    /**
     * Opens a session that belongs to an approval.
     *
     * @param family the approval whose tokens end together, or null
     */
    String open(Org org, String userId, @Nullable String family, String scope) throws SQLException {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = org.id().substring(0, 15)
                + "!AQ"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret).replace('-', '.');
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_session (token_sha256, org, user_id, used_at, family, scope) values (?, ?, ?, ?, ?, ?)",
                ConnectedApp.digest(token),
                org.name(),
                userId,
                clock.instant(),
                family,
                scope));
        return token;
    }

    /** The session of a token, if it has not ended. Using it keeps it alive. */
    public Optional<Session> find(String token) throws SQLException {
        String digest = ConnectedApp.digest(token);
        Instant now = clock.instant();
        return database.transact(connection -> {
            Optional<Stored> stored = Sql.first(
                    connection,
                    row -> new Stored(
                            row.getString("org"), row.getString("user_id"), Sql.requiredInstant(row, "used_at")),
                    "select org, user_id, used_at from sf_session where token_sha256 = ? and not ended",
                    digest);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Optional<Org> org = orgs.find(stored.get().org);
            Instant usedAt = stored.get().usedAt;
            if (org.isEmpty() || now.isAfter(usedAt.plus(org.get().sessionTimeout()))) {
                return Optional.empty();
            }
            Duration idle = Duration.between(usedAt, now);
            if (idle.compareTo(TOUCH_EVERY) > 0
                    || idle.compareTo(org.get().sessionTimeout().dividedBy(4)) > 0) {
                Sql.update(connection, "update sf_session set used_at = ? where token_sha256 = ?", now, digest);
            }
            return Optional.of(new Session(org.get(), stored.get().userId));
        });
    }

    /** Ends one session. */
    public void end(String token) throws SQLException {
        database.run(connection -> Sql.update(
                connection, "update sf_session set ended = true where token_sha256 = ?", ConnectedApp.digest(token)));
    }

    /** Ends all sessions of an org and tells how many there were. */
    public int endAll(Org org) throws SQLException {
        return database.transact(connection ->
                Sql.update(connection, "update sf_session set ended = true where org = ? and not ended", org.name()));
    }

    private record Stored(String org, String userId, Instant usedAt) {}
}
