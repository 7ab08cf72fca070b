package dev.minori.sync.connection;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.profile.Profile;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceReach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates, changes and tries connections. Calls to sources are made outside of transactions. */
@ApplicationScoped
public class ConnectionService {
    private final ConnectionStore store;
    private final SourceClients clients;
    private final SourceReach reach;
    private final Profile profile;
    private final Event<ConnectionDeleted> deleted;
    private final Audit audit;
    private final Clock clock;

    ConnectionService(
            ConnectionStore store,
            SourceClients clients,
            SourceReach reach,
            Profile profile,
            Event<ConnectionDeleted> deleted,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.clients = clients;
        this.reach = reach;
        this.profile = profile;
        this.deleted = deleted;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Connection get(UUID id) {
        return store.find(id).orElseThrow(() -> notFound(id.toString()));
    }

    /** The connection with this id or name. */
    @Transactional
    public Optional<Connection> findByIdOrName(String idOrName) {
        Optional<Connection> named = store.findByName(idOrName);
        if (named.isPresent()) {
            return named;
        }
        try {
            return store.find(UUID.fromString(idOrName));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Transactional
    public List<Connection> list(@Nullable UUID after, int limit) {
        return store.list(after, limit);
    }

    /**
     * Creates the connection or changes it. Secrets that are not given stay as they are, unless the connection leads to
     * another place than before: who may change an address need not know the secrets and must not be able to have them
     * sent somewhere.
     */
    @Transactional
    public Connection save(UUID id, String name, ConnectionSettings settings, Secrets given, @Nullable String ifMatch) {
        requireSafe(settings);
        store.lock();
        Optional<Connection> known = store.find(id);
        Secrets held = known.map(_ -> store.secretsOf(id)).orElse(new Secrets(Map.of()));
        boolean moves = known.filter(connection -> !isSamePlace(connection.settings(), settings))
                .isPresent();
        Secrets secrets = (moves ? given : held.with(given)).only(Set.copyOf(needed(settings)));
        requireComplete(settings, secrets, moves);
        if (known.isPresent()
                && known.get().name().equals(name)
                && known.get().settings().equals(settings)
                && held.sameAs(secrets)) {
            return known.get();
        }
        known.ifPresent(connection -> Versions.require(ifMatch, connection.version()));
        store.findByName(name).filter(other -> !other.id().equals(id)).ifPresent(_ -> {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording("「" + name + "」という連携先はすでにあります。", "There is already a connection " + name + "."));
        });
        long version = known.map(Connection::version).orElse(0L) + 1;
        Connection saved = new Connection(id, name, settings, version, null, false, null);
        store.save(saved, secrets);
        audit.record(
                "connection-saved",
                "connection",
                id.toString(),
                Map.of(
                        "name", name,
                        "system", settings.system(),
                        "address", address(settings).map(URI::toString).orElse(""),
                        "secretsGiven", new TreeSet<>(given.fields()).toString()));
        return saved;
    }

    /** Deletes a connection that no mapping uses. */
    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        store.lock();
        Versions.require(ifMatch, get(id).version());
        if (store.isInUse(id)) {
            throw new ProblemException(
                    ConnectionProblem.IN_USE,
                    new Wording(
                            "テーブルマッピングがこの連携先を使っています。先にテーブルマッピングを変更してください。",
                            "Table mappings read through this connection; change them first."));
        }
        store.delete(id);
        deleted.fire(new ConnectionDeleted(id));
        clients.forget(id);
        audit.record("connection-deleted", "connection", id.toString(), Map.of());
    }

    /** The client of a connection, for use outside of transactions. */
    @Transactional
    public SourceClient client(UUID id) {
        return clients.of(get(id), store.secretsOf(id));
    }

    /** Asks the source something on behalf of a request; what the source refuses becomes a problem. */
    public <T> T ask(UUID id, Function<SourceClient, T> question) {
        try {
            requireUnblocked(id);
            return question.apply(client(id));
        } catch (SourceException failed) {
            ConnectionProblem problem = switch (failed.failure()) {
                case UNREACHABLE, RESUME_LOST -> ConnectionProblem.SOURCE_UNREACHABLE;
                case UNAUTHORISED -> ConnectionProblem.SOURCE_UNAUTHORISED;
                case LIMIT_REACHED ->
                    failed.ownBudget() ? ConnectionProblem.BUDGET_SPENT : ConnectionProblem.SOURCE_LIMIT_REACHED;
                case REFUSED -> ConnectionProblem.SOURCE_REFUSED;
            };
            throw new ProblemException(problem, failed.wording());
        }
    }

    /** Throws {@link SourceException} while the source's allowance is spent: asking would only spend more. */
    public void requireUnblocked(UUID id) {
        Connection connection = get(id);
        if (connection.isBlockedAt(clock.instant())) {
            throw SourceException.limitReached(connection.blockedUntil());
        }
    }

    /** Notes what a run learned about the connection's health. */
    @Transactional
    public void noteFailure(UUID id, SourceException failed) {
        switch (failed.failure()) {
            case LIMIT_REACHED -> {
                if (failed.ownBudget()) {
                    // The ledger knows; who raises the budget need not lift a block as well.
                    return;
                }
                Instant until = failed.retryAt();
                store.block(id, until == null ? clock.instant().plus(SourceException.LIMIT_PAUSE) : until);
            }
            case UNAUTHORISED -> store.noteSignIn(id, false);
            case UNREACHABLE, REFUSED, RESUME_LOST -> {}
        }
    }

    /** Notes that the connection works and what its allowance is. */
    @Transactional
    public void noteSuccess(UUID id, Optional<ApiAllowance> allowance) {
        store.noteSignIn(id, true);
        allowance.ifPresent(told -> store.noteAllowance(id, told));
    }

    private static List<String> needed(ConnectionSettings settings) {
        return switch (settings) {
            case ConnectionSettings.Salesforce salesforce ->
                switch (salesforce.signIn()) {
                    case ConnectionSettings.SignIn.ClientCredentials _ ->
                        List.of(ConnectionSettings.Salesforce.CLIENT_SECRET);
                    case ConnectionSettings.SignIn.JwtBearer _ -> List.of(ConnectionSettings.Salesforce.PRIVATE_KEY);
                };
            case ConnectionSettings.Kintone kintone ->
                kintone.appIds().stream()
                        .map(ConnectionSettings.Kintone::tokenOf)
                        .toList();
            case ConnectionSettings.Http() -> List.of();
        };
    }

    private static void requireComplete(ConnectionSettings settings, Secrets secrets, boolean moves) {
        List<String> needed = needed(settings);
        List<FieldError> missing = new ArrayList<>();
        for (int i = 0; i < needed.size(); i++) {
            String field = needed.get(i);
            if (!secrets.fields().contains(field)) {
                String pointer = settings instanceof ConnectionSettings.Kintone
                        ? "/kintone/apps/" + i + "/token"
                        : "/salesforce/auth/" + field;
                missing.add(new FieldError(pointer, "secret-missing", missing(field, moves)));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, missing.getFirst().detail(), missing);
        }
    }

    private static Wording missing(String field, boolean moves) {
        return moves
                ? new Wording(
                        "接続先を変えるときは、認証情報をもう一度入力してください: " + field,
                        "The address leads to another place: give the secret " + field + " again.")
                : new Wording("認証情報がありません: " + field, "The secret " + field + " is missing.");
    }

    private static boolean isSamePlace(ConnectionSettings before, ConnectionSettings after) {
        Optional<URI> from = address(before);
        Optional<URI> to = address(after);
        return (from.isPresent() && to.isPresent()) ? isSamePlace(from.get(), to.get()) : from.equals(to);
    }

    private static boolean isSamePlace(URI before, URI after) {
        return before.getScheme().equalsIgnoreCase(after.getScheme())
                && before.getHost().equalsIgnoreCase(after.getHost())
                && port(before) == port(after);
    }

    private static int port(URI address) {
        boolean implied = address.getPort() < 0;
        return implied ? "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80 : address.getPort();
    }

    /** Secrets travel to this address: encrypted, and not about the network inside, except on a developer's own machine. */
    private void requireSafe(ConnectionSettings settings) {
        address(settings).ifPresent(address -> requireSafe(settings, address));
    }

    private void requireSafe(ConnectionSettings settings, URI address) {
        String pointer = settings instanceof ConnectionSettings.Kintone ? "/kintone/baseUrl" : "/salesforce/loginUrl";
        boolean encrypted = "https".equals(address.getScheme());
        boolean local = profile.isLocal() && "http".equals(address.getScheme());
        if (address.getHost() == null || !(encrypted || local)) {
            Wording detail = new Wording(
                    "https:// で始まるURLを指定してください: " + address, "The address must begin with https://, was " + address);
            throw invalid(pointer, "unsafe-address", detail);
        }
        if (!reach.allows(address)) {
            Wording detail = new Wording(
                    address.getHost() + " は内部ネットワークを指しています。", address.getHost() + " leads into the internal network.");
            throw invalid(pointer, "unsafe-address", detail);
        }
    }

    /** Where the source is called; empty for one that calls us. */
    private static Optional<URI> address(ConnectionSettings settings) {
        return switch (settings) {
            case ConnectionSettings.Salesforce salesforce -> Optional.of(salesforce.loginUrl());
            case ConnectionSettings.Kintone kintone -> Optional.of(kintone.baseUrl());
            case ConnectionSettings.Http() -> Optional.empty();
        };
    }

    private static ProblemException invalid(String pointer, String code, Wording detail) {
        return new ProblemException(KitProblem.INVALID_REQUEST, detail, List.of(new FieldError(pointer, code, detail)));
    }

    private static ProblemException notFound(String id) {
        return ProblemException.notFound(new Wording("連携先が見つかりません: " + id, "There is no connection " + id));
    }
}
