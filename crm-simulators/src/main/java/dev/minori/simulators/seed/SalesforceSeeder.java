package dev.minori.simulators.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.schema.ObjectTables;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills an org: creates its tables, streams the generated rows in by COPY, then builds the indexes. */
public final class SalesforceSeeder {

    private static final String OBJECTS = "/salesforce-objects.json";
    /** Where the vendor's command line tool waits for its code. */
    private static final String LOCAL_CALLBACK = "http://localhost:1717/OauthRedirect";

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Database database;
    private final Orgs orgs;

    public SalesforceSeeder(Database database, Orgs orgs) {
        this.database = database;
        this.orgs = orgs;
    }

    /**
     * An org to be made.
     *
     * @param clientId client id of its connected application
     * @param publicKey PEM for JWT bearer, or null
     */
    public record OrgPlan(
            String name,
            String clientId,
            String clientSecret,
            @Nullable String publicKey,
            int dailyLimit,
            Owners owners) {
        @Override
        public String toString() {
            return "OrgPlan[" + name + "]";
        }
    }

    /** Replaces an org with a freshly generated one, in one transaction, and tells how many rows each object has. */
    public Map<String, Long> seed(OrgPlan org, SeedPlan plan) throws SQLException {
        Seeded seeded = database.transact(connection -> seed(connection, org, plan));
        orgs.publish(seeded.org);
        return seeded.rows;
    }

    private Seeded seed(Connection connection, OrgPlan plan, SeedPlan data) throws SQLException {
        Org org = orgs.create(connection, plan.name(), ZONE, plan.dailyLimit(), objects());
        Map<String, Long> rows = load(new RowLoader(connection, org, data, plan.owners()));
        for (ObjectType object : org.schema().objects()) {
            ObjectTables.index(connection, org.schema(), object);
        }
        Sql.update(connection, "update sf_org set seed = ? where name = ?", Json.text(data.stored()), plan.name());
        orgs.register(
                connection,
                org,
                new ConnectedApp(
                        plan.clientId(),
                        plan.name(),
                        ConnectedApp.digest(plan.clientSecret()),
                        plan.owners().integrationUsername(),
                        plan.publicKey(),
                        List.of(LOCAL_CALLBACK),
                        false));
        return new Seeded(org, rows);
    }

    private static Map<String, Long> load(RowLoader rows) throws SQLException {
        MasterRows master = new MasterRows(rows);
        master.users();
        master.accounts();
        master.contracts();
        EventRows events = new EventRows(rows);
        if (rows.plan().details()) {
            master.contacts();
            events.cases();
            events.mails();
        }
        if (rows.plan().usageDays() > 0) {
            events.usage();
        }
        return rows.loaded();
    }

    private record Seeded(Org org, Map<String, Long> rows) {}

    /** The object definitions that come with the simulator. */
    static List<ObjectType> objects() {
        try (InputStream in = SalesforceSeeder.class.getResourceAsStream(OBJECTS)) {
            if (in == null) {
                throw new IllegalStateException(OBJECTS + " is missing from the class path");
            }
            JsonNode file = Json.MAPPER.readTree(in);
            List<ObjectType> objects = new ArrayList<>();
            for (JsonNode object : file.path("objects")) {
                objects.add(Json.MAPPER.treeToValue(object, ObjectType.class));
            }
            return List.copyOf(objects);
        } catch (IOException e) {
            throw new IllegalStateException(OBJECTS + " cannot be read", e);
        }
    }
}
