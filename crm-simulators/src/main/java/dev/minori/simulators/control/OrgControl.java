package dev.minori.simulators.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.auth.Users;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Locators;
import dev.minori.simulators.salesforce.org.MassChange;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.org.Paging;
import dev.minori.simulators.salesforce.org.PermissionStore;
import dev.minori.simulators.salesforce.org.Permissions;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.seed.DemoOrgs;
import dev.minori.simulators.seed.KintoneSeeder;
import dev.minori.simulators.seed.Owners;
import dev.minori.simulators.seed.SalesforceSeeder;
import dev.minori.simulators.seed.SeedPlan;
import dev.minori.simulators.store.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Control of Salesforce orgs: settings, sessions, connected applications and (re)seeding. */
public final class OrgControl {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Database database;
    private final Orgs orgs;
    private final Sessions sessions;
    private final DemoOrgs demoOrgs;
    private final SalesforceSeeder seeder;
    private final KintoneSeeder kintoneSeeder;
    private final Clock clock;

    public OrgControl(
            Database database,
            Orgs orgs,
            Sessions sessions,
            DemoOrgs demoOrgs,
            SalesforceSeeder seeder,
            KintoneSeeder kintoneSeeder,
            Clock clock) {
        this.database = database;
        this.orgs = orgs;
        this.sessions = sessions;
        this.demoOrgs = demoOrgs;
        this.seeder = seeder;
        this.kintoneSeeder = kintoneSeeder;
        this.clock = clock;
    }

    Object list() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Org org : orgs.all()) {
            all.add(state(org));
        }
        return Map.of("orgs", all);
    }

    private static Map<String, Object> state(Org org) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", org.name());
        state.put("id", org.id());
        state.put("sessionTimeout", org.sessionTimeout().toString());
        state.put("dailyLimit", org.dailyLimit());
        state.put("callsUsed", org.usage().calls());
        state.put("coveredLag", org.coveredLag().toString());
        state.put("locators", org.paging().locators().name().toLowerCase(Locale.ROOT));
        if (org.paging().mostRows() < Integer.MAX_VALUE) {
            state.put("pageRows", org.paging().mostRows());
        }
        return state;
    }

    /** {@code {sessionTimeout, dailyLimit, callsUsed, coveredLag, locators, pageRows}}, each optional. */
    Object configure(JsonNode body, Map<String, String> path) throws SQLException {
        Org org = org(path);
        Duration timeout = body.has("sessionTimeout")
                ? Duration.parse(body.path("sessionTimeout").asText())
                : null;
        if (timeout != null && timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("sessionTimeout must be at least PT1S");
        }
        if (body.has("coveredLag")) {
            Duration lag = Duration.parse(body.path("coveredLag").asText());
            if (lag.isNegative()) {
                throw new IllegalArgumentException("coveredLag must not be negative");
            }
            orgs.coveredLag(org, lag);
        }
        if (body.has("locators") || body.has("pageRows")) {
            orgs.paging(org, paging(org.paging(), body));
        }
        orgs.configure(org, timeout, whole(body, "dailyLimit"), whole(body, "callsUsed"));
        return state(org);
    }

    /** A {@code pageRows} of null takes the limit away. */
    private static Paging paging(Paging before, JsonNode body) {
        Integer rows = body.path("pageRows").isNull() ? Integer.valueOf(Integer.MAX_VALUE) : whole(body, "pageRows");
        return new Paging(
                body.has("locators") ? Locators.of(body.path("locators").asText()) : before.locators(),
                rows == null ? before.mostRows() : rows);
    }

    private static @Nullable Integer whole(JsonNode body, String name) {
        if (!body.has(name)) {
            return null;
        }
        if (!body.path(name).canConvertToInt() || body.path(name).asInt() < 0) {
            throw new IllegalArgumentException(name + " must be a whole number of at least 0");
        }
        return body.path(name).asInt();
    }

    /** {@code {accounts, usageDays, details, dirty, seed, today}}, each optional: replaces all rows of the org. */
    Object seed(JsonNode body, Map<String, String> path) throws SQLException {
        String name = path.getOrDefault("org", "");
        SeedPlan plan = plan(body, name);
        long start = System.nanoTime();
        Map<String, Long> rows = seeder.seed(demoOrgs.plan(name), plan);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("org", name);
        answer.put("rows", rows);
        answer.put("milliseconds", (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    private SeedPlan plan(JsonNode body, String org) {
        Instant now = clock.instant();
        LocalDate today = body.has("today")
                ? LocalDate.parse(body.path("today").asText())
                : now.atZone(ZONE).toLocalDate();
        SeedPlan usual = demoOrgs.usualData(org, today, now);
        return new SeedPlan(
                body.path("seed").asLong(usual.seed()),
                today,
                now,
                body.path("accounts").asInt(usual.accounts()),
                body.path("usageDays").asInt(usual.usageDays()),
                body.path("details").asBoolean(usual.details()),
                body.path("dirty").asBoolean(usual.dirty()));
    }

    /** As {@link #seed}, for the kintone apps: they hold the demo org's customers. */
    Object seedKintone(JsonNode body, Map<String, String> path) throws SQLException {
        return Map.of("records", kintoneSeeder.seed(plan(body, DemoOrgs.DEMO), Owners.demo()));
    }

    Object expireSessions(JsonNode body, Map<String, String> path) throws SQLException {
        return Map.of("ended", sessions.endAll(org(path)));
    }

    /** {@code {"object": "Account", "times": 3}}: the next writes meet locked rows. */
    Object lockRows(JsonNode body, Map<String, String> path) {
        Org org = org(path);
        Integer times = whole(body, "times");
        org.trouble().lockRows(object(org, body), times == null ? 1 : times);
        return Map.of("object", object(org, body));
    }

    /** {@code {"object": "Account", "delay": "PT10M"}}: rows created from now on are seen that much later. */
    Object showLate(JsonNode body, Map<String, String> path) {
        Org org = org(path);
        Duration delay = Duration.parse(body.path("delay").asText());
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative");
        }
        org.trouble().showLate(object(org, body), delay);
        return Map.of("object", object(org, body), "delay", delay.toString());
    }

    /** {@code {"object": "Account", "rows": 10000}}: so many records get one and the same stamp, as a mass update gives. */
    Object stampRows(JsonNode body, Map<String, String> path) throws SQLException {
        Org org = org(path);
        Integer rows = whole(body, "rows");
        Instant stamp =
                MassChange.stamp(database, org, objectType(org, body), rows == null ? Integer.MAX_VALUE : rows, clock);
        return Map.of("object", object(org, body), "stamp", stamp.toString());
    }

    private static String object(Org org, JsonNode body) {
        return objectType(org, body).name();
    }

    private static ObjectType objectType(Org org, JsonNode body) {
        String name = body.path("object").asText("");
        return org.schema()
                .object(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no object '" + name + "'"));
    }

    Object emptyRecycleBin(JsonNode body, Map<String, String> path) throws SQLException {
        return Map.of("removed", orgs.emptyRecycleBin(org(path)));
    }

    Object purgeDeletions(JsonNode body, Map<String, String> path) throws SQLException {
        return Map.of("forgotten", orgs.purgeDeletions(org(path)));
    }

    /** {@code {secret, username, publicKey, redirectUris, rotateRefreshTokens}}: adds or replaces a connected application. */
    Object register(JsonNode body, Map<String, String> path) throws SQLException {
        Org org = org(path);
        String secret = body.path("secret").asText("");
        String username = body.path("username").asText("");
        if (secret.isEmpty() || username.isEmpty()) {
            throw new IllegalArgumentException("secret and username are required");
        }
        String clientId = path.getOrDefault("client", "");
        String publicKey = body.hasNonNull("publicKey") ? body.path("publicKey").asText() : null;
        List<String> redirects = new ArrayList<>();
        body.path("redirectUris").forEach(uri -> redirects.add(uri.asText()));
        database.run(connection -> orgs.register(
                connection,
                org,
                new ConnectedApp(
                        clientId,
                        org.name(),
                        ConnectedApp.digest(secret),
                        username,
                        publicKey,
                        redirects,
                        body.path("rotateRefreshTokens").asBoolean(false))));
        return Map.of("clientId", clientId, "org", org.name());
    }

    /**
     * {@code {"objects": {"Account": {"delete": false, "fields": {"Phone": "none", "Website": "read"}}}}}: what a user may
     * not see or do; an empty document gives everything back.
     */
    Object restrict(JsonNode body, Map<String, String> path) throws SQLException {
        Org org = org(path);
        String username = path.getOrDefault("username", "");
        String userId = new Users(database)
                .byName(org, username)
                .map(Users.User::id)
                .orElseThrow(() -> new IllegalArgumentException("there is no active user '" + username + "'"));
        try {
            Permissions permissions = Json.MAPPER.treeToValue(body, Permissions.class);
            PermissionStore.restrict(database, org, userId, permissions);
            return Map.of("user", userId, "objects", permissions.objects().size());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the permissions cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private Org org(Map<String, String> path) {
        String name = path.getOrDefault("org", "");
        return orgs.find(name).orElseThrow(() -> new IllegalArgumentException("there is no org '" + name + "'"));
    }
}
