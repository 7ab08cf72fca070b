package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.EndpointRequests.Body;
import dev.minori.kit.testing.EndpointRequests.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks every operation of a running service's OpenAPI document as nobody, as somebody without a role, and as a member of
 * another workspace, who sends what its owner may send; then the owner does the same, as the control. In between nothing
 * that the owner sees may have changed, and no list may show both of them the same thing, whatever the stranger filters
 * by. Each path with parameters needs a sample that exists in the owner's workspace, each write a body that is valid,
 * each list something to show, and each write that looks nothing up by its path a body that names the owner's things:
 * what lacks them is a finding, unless it is said why, so a new endpoint cannot be forgotten.
 */
public final class EndpointCells {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Its owner's attempt was understood and looked up; whether the moment is right for it is another question. */
    private static final Set<Integer> LOOKED_UP = Set.of(200, 201, 202, 204, 409, 412, 428);

    /** What a stranger names does not exist for it. The control proves that the same body is valid for the owner. */
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 422);

    /** So many ids of the owner's are tried as each filter. */
    private static final int FILTERS_TRIED = 5;

    private final EndpointRequests requests;
    private final String nobody;
    private final UUID owner;
    private final String[] roles;
    private final String strangersToken;
    private String ownersToken;
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Map<String, Body> foreign = new LinkedHashMap<>();
    private final Map<String, Body> items = new LinkedHashMap<>();
    private final Set<String> ownKeys = new LinkedHashSet<>();
    private final Set<String> common = new LinkedHashSet<>();
    private final Map<String, String> uncontrolled = new LinkedHashMap<>();
    private final Map<String, String> alike = new LinkedHashMap<>();
    private final Map<String, String> namingNothing = new LinkedHashMap<>();

    /**
     * @param base for example {@code http://localhost:8081}
     * @param owner the workspace that owns the samples
     * @param stranger another workspace
     * @param roles the roles that both members have, enough for every operation
     */
    public EndpointCells(URI base, UUID owner, UUID stranger, String... roles) {
        this.requests = new EndpointRequests(base);
        this.nobody = Tokens.of("nobody", owner);
        this.owner = owner;
        this.roles = roles;
        this.ownersToken = Tokens.of("owner", owner, roles);
        this.strangersToken = Tokens.of("stranger", stranger, roles);
    }

    /** Says what stands for a path or one of its operations, for example {@code /tasks/{id}}, {@code /tasks/01…}. */
    public EndpointCells sample(String path, String existing) {
        requests.sample(path, existing);
        return this;
    }

    /** A JSON body that the owner may send to an operation, for example {@code PUT /api/v1/tasks/{id}}. */
    public EndpointCells body(String operation, String json) {
        bodies.put(operation, new Body("application/json", json));
        return this;
    }

    /** A YAML body that the owner may send. */
    public EndpointCells yaml(String operation, String yaml) {
        bodies.put(operation, new Body("application/yaml", yaml));
        return this;
    }

    /** A body that is valid for the owner and names the owner's things: the stranger's attempt must be refused. */
    public EndpointCells foreign(String operation, String json) {
        foreign.put(operation, new Body("application/json", json));
        return this;
    }

    /** The same in YAML. */
    public EndpointCells foreignYaml(String operation, String yaml) {
        foreign.put(operation, new Body("application/yaml", yaml));
        return this;
    }

    /** A body whose things are answered for one by one: a stranger's attempt must leave the owner's as they are. */
    public EndpointCells items(String operation, String json) {
        items.put(operation, new Body("application/json", json));
        return this;
    }

    /** The caller chooses the key: a stranger's write makes something of its own and must leave the owner's as it is. */
    public EndpointCells choosesKey(String operation) {
        ownKeys.add(operation);
        return this;
    }

    /** Who the owner is where a member of the directory is asked for. */
    public EndpointCells ownerCalled(String subject) {
        ownersToken = Tokens.of(subject, owner, roles);
        return this;
    }

    /** Ids that stand in documents of the product, the same for everybody. */
    public EndpointCells common(String... ids) {
        common.addAll(List.of(ids));
        return this;
    }

    /** The owner's attempt cannot succeed in a test, and why. */
    public EndpointCells uncontrolled(String operation, String why) {
        uncontrolled.put(operation, why);
        return this;
    }

    /** Whoever asks gets the same, and why; otherwise a list must show its owner something that it hides from others. */
    public EndpointCells alike(String operation, String why) {
        alike.put(operation, why);
        return this;
    }

    /** A write without anything in path or body that another workspace could own, and why. */
    public EndpointCells namesNothing(String operation, String why) {
        namingNothing.put(operation, why);
        return this;
    }

    /** How many requests were sent; a run that asked nothing proves nothing. */
    public int asked() {
        return requests.asked();
    }

    /** One sentence a finding; empty if every wall holds and every control passes. */
    public List<String> findings() throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        List<Operation> operations = requests.operations(findings);
        for (Operation operation : operations) {
            expect(operation.name() + " without a token", 401, send(operation, body(operation), null), findings);
            expect(operation.name() + " without a role", 403, send(operation, body(operation), nobody), findings);
        }
        findings.addAll(new PageWalk(requests, ownersToken).findings(operations));
        Map<String, String> before = whatTheOwnerSees(operations, findings);
        for (Operation operation : operations) {
            if (!ownKeys.contains(operation.name())) {
                tryAsStranger(operation, findings);
            }
        }
        compareLists(operations, findings);
        for (Operation operation : operations) {
            if (ownKeys.contains(operation.name())) { // Last: from now on both have something under the same key.
                tryAsStranger(operation, findings);
            }
        }
        Map<String, String> after = whatTheOwnerSees(operations, new ArrayList<>());
        before.forEach((name, seen) -> {
            if (!seen.equals(after.get(name))) {
                findings.add(name + " shows its owner something else after a stranger tried to write:\n" + seen + "\n"
                        + after.get(name));
            }
        });
        control(operations, findings);
        return findings;
    }

    private void tryAsStranger(Operation operation, List<String> findings) throws IOException, InterruptedException {
        Body naming = foreign.get(operation.name());
        if (naming != null) {
            int status = send(operation, naming, strangersToken);
            if (!REFUSED.contains(status)) {
                findings.add(operation.name() + " with another workspace's things answered " + status);
            }
        }
        if (items.containsKey(operation.name())) {
            send(operation, items.get(operation.name()), strangersToken);
            return; // Whether anything came of it is seen when the owner looks again.
        }
        if (!operation.namesSomething()) {
            if (!operation.isGet() && naming == null && !namingNothing.containsKey(operation.name())) {
                findings.add(operation.name() + " was not tried with another workspace's ids");
            }
            return;
        }
        if (!operation.isGet() && operation.takesBody() && !bodies.containsKey(operation.name())) {
            findings.add(operation.name() + " has no body: what it looks up is not reached");
        }
        int status = send(operation, body(operation), strangersToken);
        boolean made = ownKeys.contains(operation.name()) && LOOKED_UP.contains(status);
        if (status != 404 && status != 403 && !made) {
            findings.add(operation.name() + " of another workspace answered " + status + ", not 404");
        }
    }

    /** Writes in the document's order, removals last. */
    private void control(List<Operation> operations, List<String> findings) throws IOException, InterruptedException {
        List<Operation> writes = new ArrayList<>(operations.stream()
                .filter(operation -> !operation.isGet() && !"delete".equals(operation.method()))
                .toList());
        operations.stream()
                .filter(operation -> "delete".equals(operation.method()))
                .forEach(writes::add);
        for (Operation operation : writes) {
            Body body = items.getOrDefault(operation.name(), foreign.getOrDefault(operation.name(), body(operation)));
            if (uncontrolled.containsKey(operation.name())
                    || !(operation.namesSomething()
                            || foreign.containsKey(operation.name())
                            || items.containsKey(operation.name()))) {
                continue;
            }
            HttpResponse<String> answer = ask(operation, body, ownersToken);
            if (!LOOKED_UP.contains(answer.statusCode())) {
                findings.add(operation.name() + " of its own workspace (control) answered " + answer.statusCode() + ": "
                        + answer.body());
            }
        }
    }

    private Map<String, String> whatTheOwnerSees(List<Operation> operations, List<String> findings)
            throws IOException, InterruptedException {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation.isGet() && operation.namesSomething()) {
                HttpResponse<String> answer = ask(operation, Body.NONE, ownersToken);
                expect(operation.name() + " of its own workspace (control)", 200, answer.statusCode(), findings);
                seen.put(operation.name(), answer.body());
            }
        }
        return seen;
    }

    private void compareLists(List<Operation> operations, List<String> findings)
            throws IOException, InterruptedException {
        for (Operation operation : operations) {
            if (!operation.isGet() || operation.namesSomething() || operation.isStream()) {
                continue;
            }
            HttpResponse<String> owners = ask(operation, Body.NONE, ownersToken);
            expect(operation.name() + " of its own workspace (control)", 200, owners.statusCode(), findings);
            Set<String> shown = ids(owners.body());
            shown.removeAll(common);
            String strangers = ask(operation, Body.NONE, strangersToken).body();
            if (shown.isEmpty() && owners.body().equals(strangers) && !alike.containsKey(operation.name())) {
                findings.add(operation.name() + " answers both workspaces alike, which proves nothing");
            }
            Set<String> both = new LinkedHashSet<>(shown);
            both.retainAll(ids(strangers));
            if (!both.isEmpty()) {
                findings.add(operation.name() + " shows two workspaces the same: " + both);
            }
            filterByOwnersIds(operation, shown, findings);
        }
    }

    /** Whoever knows an id of another workspace learns nothing by asking for what belongs to it. */
    private void filterByOwnersIds(Operation operation, Set<String> shown, List<String> findings)
            throws IOException, InterruptedException {
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            if (!"query".equals(parameter.path("in").asText()) || !(name.endsWith("Id") || name.equals("owner"))) {
                continue;
            }
            for (String id : shown.stream().limit(FILTERS_TRIED).toList()) {
                Set<String> seen = ids(
                        ask(operation.with(name, id), Body.NONE, strangersToken).body());
                seen.remove(id);
                seen.retainAll(shown);
                if (!seen.isEmpty()) {
                    findings.add(operation.name() + " by " + name + " shows another workspace's " + seen);
                }
            }
        }
    }

    private static Set<String> ids(String body) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = ID.matcher(body);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }

    private Body body(Operation operation) {
        Body empty = operation.takesBody() ? new Body("application/json", "{}") : Body.NONE;
        return bodies.getOrDefault(operation.name(), empty);
    }

    private static void expect(String what, int expected, int status, List<String> findings) {
        if (status != expected) {
            findings.add(what + " answered " + status + ", not " + expected);
        }
    }

    private int send(Operation operation, Body body, @Nullable String token) throws IOException, InterruptedException {
        return ask(operation, body, token).statusCode();
    }

    private HttpResponse<String> ask(Operation operation, Body body, @Nullable String token)
            throws IOException, InterruptedException {
        return requests.ask(operation, body, token, !ownKeys.contains(operation.name()));
    }
}
