package dev.minori.simulators.kintone.app;

import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What API tokens allow. It is asked with every call, so it is read once, and again after an app was published. */
final class Grants {

    private final Database database;
    private volatile @Nullable Map<String, Map<Integer, Apps.Rights>> byToken;

    Grants(Database database) {
        this.database = database;
    }

    /** Whether every one of the tokens was made by some app. */
    boolean allKnown(List<String> tokens) throws SQLException {
        return all().keySet().containsAll(tokens);
    }

    /** What the tokens together allow on an app; empty when none of them belongs to it. */
    Optional<Apps.Rights> rights(List<String> tokens, int app) throws SQLException {
        Map<String, Map<Integer, Apps.Rights>> all = all();
        return tokens.stream()
                .map(token -> all.getOrDefault(token, Map.of()).get(app))
                .filter(Objects::nonNull)
                .reduce(Apps.Rights::or);
    }

    /** Reads again what is asked next; who reads at this moment is waited for. */
    synchronized void forget() {
        byToken = null;
    }

    private Map<String, Map<Integer, Apps.Rights>> all() throws SQLException {
        Map<String, Map<Integer, Apps.Rights>> known = byToken;
        return known == null ? read() : known;
    }

    private synchronized Map<String, Map<Integer, Apps.Rights>> read() throws SQLException {
        Map<String, Map<Integer, Apps.Rights>> found = new HashMap<>();
        database.run(connection -> Sql.list(
                        connection,
                        row -> new Grant(
                                row.getString("token"),
                                row.getInt("app"),
                                new Apps.Rights(
                                        row.getBoolean("can_view"),
                                        row.getBoolean("can_add"),
                                        row.getBoolean("can_edit"),
                                        row.getBoolean("can_delete"),
                                        row.getBoolean("can_manage"))),
                        "select * from kt_token")
                .forEach(grant ->
                        found.computeIfAbsent(grant.token, _ -> new HashMap<>()).put(grant.app, grant.rights)));
        byToken = found;
        return found;
    }

    private record Grant(String token, int app, Apps.Rights rights) {
        @Override
        public String toString() {
            return "Grant[app=" + app + ", rights=" + rights + "]";
        }
    }
}
