package dev.minori.simulators.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates the demo's kintone apps with their tokens and fills them with the same customers Salesforce has. */
public final class KintoneSeeder {

    private static final String APPS = "/kintone-apps.json";

    private final Database database;
    private final Apps apps;

    public KintoneSeeder(Database database, Apps apps) {
        this.database = database;
        this.apps = apps;
    }

    /** Replaces all demo apps, in one transaction, and tells how many records each has. */
    public Map<String, Long> seed(SeedPlan plan, Owners owners) throws SQLException {
        List<App> definitions = definitions();
        Map<String, Long> records = database.transact(connection -> seed(connection, definitions, plan, owners));
        definitions.forEach(apps::publish);
        return records;
    }

    private Map<String, Long> seed(Connection connection, List<App> definitions, SeedPlan plan, Owners owners)
            throws SQLException {
        Map<String, Long> records = new LinkedHashMap<>();
        for (App app : definitions) {
            apps.create(connection, app, plan.now());
            // A token of its own to read each app, as one makes them for an integration, and one that may do
            // everything.
            apps.grant(connection, "demo-token-app" + app.id(), app.id(), Apps.Rights.READ);
            apps.grant(connection, "demo-token-all", app.id(), Apps.Rights.ALL);
            records.put(app.name(), new KintoneRows(connection, app, plan, owners).write());
        }
        return records;
    }

    /** The app definitions that come with the simulator. */
    static List<App> definitions() {
        try (InputStream in = KintoneSeeder.class.getResourceAsStream(APPS)) {
            if (in == null) {
                throw new IllegalStateException(APPS + " is missing from the class path");
            }
            List<App> apps = new ArrayList<>();
            for (JsonNode app : Json.MAPPER.readTree(in).path("apps")) {
                apps.add(Json.MAPPER.treeToValue(app, App.class));
            }
            return List.copyOf(apps);
        } catch (IOException e) {
            throw new IllegalStateException(APPS + " cannot be read", e);
        }
    }
}
