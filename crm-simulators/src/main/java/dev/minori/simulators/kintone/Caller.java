package dev.minori.simulators.kintone;

import dev.minori.simulators.kintone.app.Apps;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who makes a call. */
public sealed interface Caller {

    /** The code that audit fields show. */
    String code();

    /** The name that audit fields show. */
    String name();

    /** What the caller may do with an app; empty when it has nothing to do with it. */
    Optional<Apps.Rights> rights(Apps apps, int app) throws SQLException;

    /** The user as audit fields hold it. */
    default Map<String, Object> user() {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("code", code());
        user.put("name", name());
        return user;
    }

    /** API tokens, in the order given. They act as the administrator. */
    record Tokens(List<String> tokens) implements Caller {
        @Override
        public String code() {
            return "Administrator";
        }

        @Override
        public String name() {
            return "Administrator";
        }

        @Override
        public Optional<Apps.Rights> rights(Apps apps, int app) throws SQLException {
            return apps.rights(tokens, app);
        }

        @Override
        public String toString() {
            return "Tokens[" + tokens.size() + "]";
        }
    }

    /** A person with a password, who may do everything. */
    record Person(String code, String name) implements Caller {
        @Override
        public Optional<Apps.Rights> rights(Apps apps, int app) {
            return Optional.of(Apps.Rights.ALL);
        }
    }
}
