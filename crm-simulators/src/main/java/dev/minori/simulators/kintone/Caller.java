package dev.minori.simulators.kintone;

import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.Entity;
import dev.minori.simulators.kintone.app.Permissions;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who makes a call. */
public sealed interface Caller {

    /** The group that everybody is in. */
    String EVERYONE = "everyone";

    /** No right at all. */
    Apps.Rights NOTHING = new Apps.Rights(false, false, false, false, false);

    /** The code that audit fields show. */
    String code();

    /** The name that audit fields show. */
    String name();

    /** What the caller may do with an app; empty when it has nothing to do with it. */
    Optional<Apps.Rights> rights(Apps apps, App app) throws SQLException;

    /** Whether a right or task for that entity is the caller's. Everybody is in group {@code everyone}. */
    boolean is(Entity entity);

    /** Where days are counted for the caller; empty for who has no zone of his own. */
    default Optional<ZoneId> zone() {
        return Optional.empty();
    }

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
        public Optional<Apps.Rights> rights(Apps apps, App app) throws SQLException {
            return apps.rights(tokens, app.id());
        }

        @Override
        public boolean is(Entity entity) {
            return switch (entity.type()) {
                case "USER" -> code().equals(entity.code());
                case "GROUP" -> EVERYONE.equals(entity.code()) || "Administrators".equals(entity.code());
                case "CREATOR" -> true;
                default -> false;
            };
        }

        @Override
        public String toString() {
            return "Tokens[" + tokens.size() + "]";
        }
    }

    /** A person with a password, who may do what the app's permissions allow; without permissions, everything. */
    record Person(String code, String name, List<String> groups, ZoneId home) implements Caller {
        @Override
        public Optional<ZoneId> zone() {
            return Optional.of(home);
        }

        @Override
        public Optional<Apps.Rights> rights(Apps apps, App app) {
            List<Permissions.AppRight> rights = app.permissions().app();
            if (rights == null) {
                return Optional.of(Apps.Rights.ALL);
            }
            return Optional.of(rights.stream()
                    .filter(right -> is(right.entity()))
                    .findFirst()
                    .map(right -> new Apps.Rights(
                            right.recordViewable(),
                            right.recordAddable(),
                            right.recordEditable(),
                            right.recordDeletable(),
                            right.appEditable()))
                    .orElse(NOTHING));
        }

        @Override
        public boolean is(Entity entity) {
            return switch (entity.type()) {
                case "USER" -> code.equals(entity.code());
                case "GROUP" -> EVERYONE.equals(entity.code()) || groups.contains(entity.code());
                default -> false;
            };
        }
    }
}
