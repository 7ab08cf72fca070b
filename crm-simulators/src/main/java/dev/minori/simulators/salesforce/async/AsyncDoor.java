package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.salesforce.ApiVersions;
import dev.minori.simulators.salesforce.Endpoints;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /services/async/{version}}: Bulk API 1.0. The session is named by {@code X-SFDC-Session}, and one
 * that has ended is told with status 400. Source: Bulk API Developer Guide; clients force-wsc and jsforce.
 */
public final class AsyncDoor {

    private static final System.Logger LOG = System.getLogger(AsyncDoor.class.getName());
    private static final String ROOT = "/services/async/";
    private static final Pattern VERSIONED = Pattern.compile("(\\d{1,3}\\.0)(/.*)?");

    private final Orgs orgs;
    private final Sessions sessions;
    private final AsyncRunner runner;
    private final Router<Endpoint> router = new Router<>();

    @FunctionalInterface
    private interface Endpoint {
        void answer(AsyncCall call) throws IOException, SQLException;
    }

    /** @param directory where results are kept */
    public AsyncDoor(Database database, Orgs orgs, Sessions sessions, Clock clock, Path directory, Executor executor)
            throws IOException {
        this.orgs = orgs;
        this.sessions = sessions;
        AsyncStore store = new AsyncStore(database, clock);
        AsyncResults results = new AsyncResults(directory);
        this.runner = new AsyncRunner(database, orgs, store, results, clock, executor);
        AsyncJobs jobs = new AsyncJobs(store, clock);
        AsyncBatches batches = new AsyncBatches(store, results, runner);
        router.on("POST", "/job", jobs::create)
                .on("GET", "/job/{job}", jobs::state)
                .on("POST", "/job/{job}", jobs::change)
                .on("POST", "/job/{job}/batch", batches::add)
                .on("GET", "/job/{job}/batch", batches::list)
                .on("GET", "/job/{job}/batch/{batch}", batches::state)
                .on("GET", "/job/{job}/batch/{batch}/request", batches::request)
                .on("GET", "/job/{job}/batch/{batch}/result", batches::results)
                .on("GET", "/job/{job}/batch/{batch}/result/{result}", batches::result);
    }

    /** Takes up what a stopped process left unfinished. */
    public void resume() throws SQLException {
        runner.resume();
    }

    /** Whether a path is answered here. */
    public static boolean serves(String path) {
        return path.startsWith(ROOT);
    }

    /** Runs what answers an exchange, and words every error as this API does. */
    public static void answering(Exchange exchange, Endpoints.Answer answer) throws IOException {
        try {
            answer.run();
        } catch (AsyncFault fault) {
            refuse(exchange, fault);
        } catch (SalesforceFault fault) {
            boolean spent = fault.errorCode().equals("REQUEST_LIMIT_EXCEEDED");
            refuse(exchange, new AsyncFault(fault.status(), spent ? "ExceededQuota" : "Unknown", fault.text()));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            refuse(exchange, new AsyncFault(500, "InternalServerError", "An unexpected error occurred."));
        }
    }

    private static void refuse(Exchange exchange, AsyncFault fault) throws IOException {
        if (exchange.started()) {
            exchange.cut();
            return;
        }
        String type = exchange.header("Content-Type");
        boolean json = type != null && type.contains("json");
        Map<String, Object> error = AsyncDocuments.error(fault);
        exchange.respond(
                fault.status(),
                json ? AsyncCall.JSON : AsyncCall.XML,
                json ? AsyncDocuments.json(error) : AsyncDocuments.xml("error", error));
    }

    /** Answers one call. */
    public void answer(Exchange exchange) throws IOException, SQLException {
        Matcher versioned = VERSIONED.matcher(exchange.path().substring(ROOT.length()));
        if (!versioned.matches()) {
            throw new AsyncFault("InvalidUrl", "The URL is not one of this API");
        }
        String version = versioned.group(1);
        try {
            ApiVersions.check("v" + version);
        } catch (SalesforceFault unknown) {
            throw new AsyncFault("InvalidVersion", "Api version " + version + " is not supported");
        }
        String token = exchange.header("X-SFDC-Session");
        Session session = sessions.find(token == null ? "" : token)
                .orElseThrow(() -> new AsyncFault("InvalidSessionId", "Invalid session id"));
        if (!session.org().spendCall(orgs.today())) {
            throw new AsyncFault("ExceededQuota", "TotalRequests Limit exceeded.");
        }
        String path = versioned.group(2) == null ? "/" : versioned.group(2);
        switch (router.find(exchange.method(), path)) {
            case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> variables) ->
                endpoint.answer(new AsyncCall(exchange, session, version, variables));
            case Router.Outcome.WrongMethod<Endpoint>() ->
                throw new AsyncFault(405, "InvalidUrl", "HTTP method " + exchange.method() + " is not allowed here");
            case Router.Outcome.Unknown<Endpoint>() ->
                throw new AsyncFault("InvalidUrl", "The URL is not one of this API");
        }
    }
}
