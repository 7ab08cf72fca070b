package dev.minori.simulators.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.Webhook;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectTables;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orgs and apps that somebody describes himself. They start empty: rows come in through the vendors' own APIs. */
public final class OwnDefinitions {

    private static final int DAILY_LIMIT = 1_000_000;
    private static final Set<String> GENERATED = Set.of(DemoOrgs.DEMO, DemoOrgs.LOAD);

    private final Database database;
    private final Orgs orgs;
    private final Apps apps;
    private final Clock clock;

    public OwnDefinitions(Database database, Orgs orgs, Apps apps, Clock clock) {
        this.database = database;
        this.orgs = orgs;
        this.apps = apps;
        this.clock = clock;
    }

    /** Creates what a file describes and is not there yet; with {@code fresh} also what is. */
    public void load(Path file, boolean fresh) throws IOException, SQLException {
        JsonNode document;
        try {
            document = Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        for (JsonNode org : document.path("orgs")) {
            String name = org.path("name").asText("");
            if (fresh || orgs.find(name).isEmpty()) {
                createOrg(name, org);
            }
        }
        for (JsonNode app : document.path("apps")) {
            if (fresh || apps.find(app.path("id").asInt()).isEmpty()) {
                createApp(app.path("id").asInt(), app);
            }
        }
    }

    /**
     * Creates an org with its objects, replacing one of that name: {@code {"client": {"id", "secret"}, "username",
     * "zone", "currencies": ["JPY"], "objects": [...]}}. Object {@code User} comes with every org.
     */
    public Map<String, Object> createOrg(String name, JsonNode given) throws SQLException {
        if (GENERATED.contains(name)) {
            throw new IllegalArgumentException("org " + name + " is generated; choose another name");
        }
        String clientId = required(given.path("client"), "id");
        String secret = required(given.path("client"), "secret");
        String username = given.path("username").asText("integration@" + name + ".example");
        ZoneId zone = ZoneId.of(given.path("zone").asText("Asia/Tokyo"));
        Optional<ConnectedApp> taken = orgs.app(clientId);
        if (taken.isPresent() && !taken.get().org().equals(name)) {
            throw new IllegalArgumentException(
                    "client id " + clientId + " belongs to org " + taken.get().org());
        }
        List<ObjectType> objects = withCurrencies(objects(given.path("objects")), given.path("currencies"));
        Org org = database.transact(connection -> {
            Org made = orgs.create(connection, name, zone, DAILY_LIMIT, objects);
            insertUser(connection, made, username);
            for (ObjectType object : made.schema().objects()) {
                ObjectTables.index(connection, made.schema(), object);
            }
            orgs.register(
                    connection,
                    made,
                    new ConnectedApp(clientId, name, ConnectedApp.digest(secret), username, null, List.of(), false));
            return made;
        });
        orgs.publish(org);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("org", name);
        answer.put("objects", objects.stream().map(ObjectType::name).toList());
        answer.put("username", username);
        return answer;
    }

    private static String required(JsonNode node, String name) {
        String text = node.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("client." + name + " is required");
        }
        return text;
    }

    private static List<ObjectType> objects(JsonNode given) {
        if (!given.isArray() || given.isEmpty()) {
            throw new IllegalArgumentException("objects must be an array of object definitions");
        }
        List<ObjectType> objects = new ArrayList<>(SalesforceSeeder.objects().stream()
                .filter(object -> object.name().equals("User"))
                .toList());
        for (JsonNode object : given) {
            objects.add(read(
                    object, ObjectType.class, "object " + object.path("name").asText("")));
        }
        check(objects);
        return List.copyOf(objects);
    }

    /** With several currencies every record says which one its amounts are in; the first is the usual one. */
    private static List<ObjectType> withCurrencies(List<ObjectType> objects, JsonNode given) {
        List<String> currencies = new ArrayList<>();
        given.forEach(code -> currencies.add(code.asText()));
        if (currencies.isEmpty()) {
            return objects;
        }
        if (!currencies.stream().allMatch(code -> code.matches("[A-Z]{3}"))) {
            throw new IllegalArgumentException("currencies must be ISO codes of three letters, the usual one first");
        }
        ObjectNode field = Json.MAPPER.createObjectNode();
        field.put("name", ObjectType.CURRENCY).put("label", "通貨 ISO コード").put("type", "picklist");
        field.put("length", 3).put("restricted", true);
        currencies.forEach(field.putArray("picklist")::add);
        Field currency = read(field, Field.class, "field " + ObjectType.CURRENCY);
        return objects.stream()
                .map(object -> {
                    List<Field> fields = new ArrayList<>(object.declared());
                    fields.add(currency);
                    return object.with(fields);
                })
                .toList();
    }

    private static void check(List<ObjectType> objects) {
        Set<String> names = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (ObjectType object : objects) {
            if (!names.add(object.name())) {
                throw new IllegalArgumentException("object " + object.name() + " is there twice");
            }
            if (!prefixes.add(object.keyPrefix())) {
                throw new IllegalArgumentException(object.name() + ": key prefix " + object.keyPrefix() + " is taken");
            }
        }
        for (ObjectType object : objects) {
            for (Field field : object.declared()) {
                String target = field.referenceTo();
                boolean dangling = field.type() == FieldKind.REFERENCE && (target == null || !names.contains(target));
                if (dangling) {
                    throw new IllegalArgumentException(object.name() + "." + field.name() + " refers to object "
                            + target + ", which is not there");
                }
            }
        }
    }

    private void insertUser(Connection connection, Org org, String username) throws SQLException {
        String id = SalesforceId.of("005", 1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectType user = org.schema().object("User").orElseThrow(() -> new SQLException("no object User"));
        Sql.update(
                connection,
                "insert into " + org.schema().table(user) + " (\"Id\", \"Username\", \"LastName\", \"Email\","
                        + " \"IsActive\", \"CreatedDate\", \"CreatedById\", \"LastModifiedDate\", \"LastModifiedById\","
                        + " \"SystemModstamp\") values (?, ?, 'Integration', ?, true, ?, ?, ?, ?, ?)",
                id,
                username,
                username,
                now,
                id,
                now,
                id,
                now);
        Sql.update(connection, "update sf_object set next_number = 2 where org = ? and name = 'User'", org.name());
    }

    /**
     * Creates an app, replacing one of that id: {@code {"name", "code", "description", "fields": [...], "tokens":
     * {"secret": ["view", "add", "edit", "delete", "manage"]}, "guestSpace", "numberPrecision", "process", "permissions",
     * "webhooks"}}.
     */
    public Map<String, Object> createApp(int id, JsonNode given) throws SQLException {
        if (id < 1) {
            throw new IllegalArgumentException("the app id must be a positive number");
        }
        if (!(given instanceof ObjectNode object) || !given.path("tokens").isObject()) {
            throw new IllegalArgumentException("tokens must name at least one API token with its rights");
        }
        ObjectNode definition = object.deepCopy();
        definition.remove("tokens");
        definition.put("id", id);
        for (String text : List.of("name", "code", "description")) {
            if (!definition.has(text)) {
                definition.put(text, text.equals("name") ? "app " + id : "");
            }
        }
        App app = checked(definition, id);
        database.run(connection -> {
            apps.create(connection, app, clock.instant());
            for (Map.Entry<String, JsonNode> token : given.path("tokens").properties()) {
                apps.grant(connection, token.getKey(), id, rights(token.getValue()));
            }
        });
        apps.publish(app);
        return Map.of("app", id, "fields", app.fields().size());
    }

    private static App checked(ObjectNode definition, int id) {
        App app = read(definition, App.class, "app " + id);
        Set<String> events = Set.of("ADD_RECORD", "UPDATE_RECORD", "UPDATE_STATUS", "ADD_RECORD_COMMENT");
        for (Webhook webhook : app.webhooks()) {
            if (!webhook.url().startsWith("http") || !events.containsAll(webhook.events())) {
                throw new IllegalArgumentException("a webhook needs an http address and events out of " + events);
            }
        }
        return app;
    }

    /**
     * Changes an app and keeps its records: what is given of {@code name}, {@code fields}, {@code process}, {@code
     * permissions}, {@code webhooks} and {@code numberPrecision} replaces what it had. A field that keeps code and type
     * keeps its values; one that becomes required is not checked on what is there.
     */
    public Map<String, Object> changeApp(int id, JsonNode given) throws SQLException {
        App before = apps.find(id).orElseThrow(() -> new IllegalArgumentException("there is no app " + id));
        ObjectNode definition = Json.MAPPER.valueToTree(before);
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            definition.set(entry.getKey(), entry.getValue());
        }
        definition.put("id", id);
        App after = checked(definition, id);
        database.run(connection -> apps.change(connection, before, after));
        apps.publish(after);
        return Map.of("app", id, "fields", after.fields().size());
    }

    /** Adds somebody who logs in to kintone with a password: {@code {"name", "password", "groups": [...], "zone"}}. */
    public Map<String, Object> createPerson(String code, JsonNode given) throws SQLException {
        String password = given.path("password").asText("");
        if (code.isBlank() || code.contains(":") || password.isEmpty()) {
            throw new IllegalArgumentException("a login name without colon and a password are required");
        }
        List<String> groups = new ArrayList<>();
        given.path("groups").forEach(group -> groups.add(group.asText()));
        ZoneId zone = ZoneId.of(given.path("zone").asText("Asia/Tokyo"));
        database.run(
                connection -> apps.person(connection, code, given.path("name").asText(code), password, groups, zone));
        return Map.of("user", code, "groups", groups);
    }

    private static Apps.Rights rights(JsonNode given) {
        Set<String> names = new HashSet<>();
        given.forEach(name -> names.add(name.asText()));
        return new Apps.Rights(
                names.contains("view"),
                names.contains("add"),
                names.contains("edit"),
                names.contains("delete"),
                names.contains("manage"));
    }

    private static <T> T read(JsonNode node, Class<T> type, String what) {
        try {
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException inner ? inner : e;
            throw new IllegalArgumentException(what + " cannot be read: " + cause.getMessage(), e);
        }
    }
}
