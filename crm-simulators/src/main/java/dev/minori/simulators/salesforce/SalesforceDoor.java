package dev.minori.simulators.salesforce;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Faults;
import dev.minori.simulators.http.Handler;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.salesforce.auth.OAuthEndpoints;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.bulk.BulkQueryEndpoints;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.query.QueryEndpoints;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.record.RecordEndpoints;
import dev.minori.simulators.salesforce.soql.SoqlException;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The Salesforce REST API: finds the endpoint, checks session and allowance, and words every error as the vendor does. */
public final class SalesforceDoor implements Handler {

    /** The name faults are ordered for. */
    public static final String NAME = "salesforce";

    private static final System.Logger LOG = System.getLogger(SalesforceDoor.class.getName());
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String DATA = "/services/data";

    private final Orgs orgs;
    private final Sessions sessions;
    private final Faults faults;
    private final OAuthEndpoints oauth;
    private final MetadataEndpoints metadata = new MetadataEndpoints();
    private final Router<Endpoint> endpoints = new Router<>();

    /** An endpoint below {@code /services/data/vXX.X}. */
    @FunctionalInterface
    private interface Endpoint {
        void answer(Call call) throws IOException, SQLException;
    }

    /** @param resultDirectory where results of bulk queries are kept */
    public SalesforceDoor(
            Database database,
            Orgs orgs,
            Sessions sessions,
            Faults faults,
            Clock clock,
            Path resultDirectory,
            Executor executor)
            throws IOException, SQLException {
        this.orgs = orgs;
        this.sessions = sessions;
        this.faults = faults;
        this.oauth = new OAuthEndpoints(database, orgs, sessions, clock);
        QueryEndpoints query = new QueryEndpoints(database, clock);
        RecordEndpoints records = new RecordEndpoints(database, clock, new RecordReader(database, clock));
        BulkQueryEndpoints bulk = new BulkQueryEndpoints(database, orgs, clock, resultDirectory, executor);
        endpoints
                .on("GET", "/", metadata::resources)
                .on("GET", "/limits", metadata::limits)
                .on("GET", "/sobjects", metadata::globalDescribe)
                .on("GET", "/sobjects/{object}", metadata::objectInfo)
                .on("GET", "/sobjects/{object}/describe", metadata::describe)
                .on("POST", "/sobjects/{object}", records::create)
                .on("GET", "/sobjects/{object}/{id}", records::read)
                .on("PATCH", "/sobjects/{object}/{id}", records::update)
                .on("DELETE", "/sobjects/{object}/{id}", records::delete)
                .on("GET", "/sobjects/{object}/{field}/{value}", records::readByKey)
                .on("PATCH", "/sobjects/{object}/{field}/{value}", records::upsert)
                .on("GET", "/query", query::query)
                .on("GET", "/queryAll", query::queryAll)
                .on("GET", "/query/{locator}", query::more)
                .on("GET", "/queryAll/{locator}", query::more)
                .on("POST", "/jobs/query", bulk::create)
                .on("GET", "/jobs/query", bulk::list)
                .on("GET", "/jobs/query/{id}", bulk::state)
                .on("PATCH", "/jobs/query/{id}", bulk::abort)
                .on("DELETE", "/jobs/query/{id}", bulk::delete)
                .on("GET", "/jobs/query/{id}/results", bulk::results);
        bulk.resume();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        try {
            exchange.rewritePath(cleaned(exchange.path()));
            Integer fault = faults.apply(NAME, exchange);
            if (fault == null) {
                route(exchange);
            } else if (fault != 0) {
                throw ordered(fault);
            }
        } catch (SalesforceFault fault) {
            refuse(exchange, fault);
        } catch (SoqlException e) {
            refuse(exchange, new SalesforceFault(400, e.code(), e.text()));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            refuse(exchange, new SalesforceFault(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cut();
        }
    }

    /** Real clients send doubled and trailing slashes, and the service takes them. */
    private static String cleaned(String path) {
        String single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static SalesforceFault ordered(int status) {
        return switch (status) {
            case 403 -> limitExceeded();
            case 429 -> new SalesforceFault(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests.");
            case 503 -> new SalesforceFault(503, "SERVER_UNAVAILABLE", "Service is temporarily unavailable.");
            default -> new SalesforceFault(status, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
        };
    }

    private static SalesforceFault limitExceeded() {
        return new SalesforceFault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    private void route(Exchange exchange) throws IOException, SQLException {
        String path = exchange.path();
        String method = exchange.method();
        if (path.equals("/services/oauth2/token")) {
            only("POST", method);
            oauth.token(exchange);
        } else if (path.equals("/services/oauth2/revoke")) {
            only("POST", method);
            oauth.revoke(exchange);
        } else if (path.equals(DATA)) {
            only("GET", method);
            metadata.versions(exchange);
        } else if (path.startsWith(DATA + "/")) {
            data(exchange, path.substring(DATA.length() + 1));
        } else {
            throw SalesforceFault.notFound();
        }
    }

    private static void only(String allowed, String method) {
        if (!method.equals(allowed)) {
            throw methodNotAllowed(method);
        }
    }

    private static SalesforceFault methodNotAllowed(String method) {
        return new SalesforceFault(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + method + "' not allowed. Allowed are HEAD,GET,POST,PATCH,DELETE");
    }

    private void data(Exchange exchange, String versioned) throws IOException, SQLException {
        int slash = versioned.indexOf('/');
        String version = ApiVersions.check(slash < 0 ? versioned : versioned.substring(0, slash));
        Session session = session(exchange);
        Org org = session.org();
        boolean allowed = org.spendCall(orgs.today());
        exchange.set("Sforce-Limit-Info", "api-usage=" + org.usage().calls() + "/" + org.dailyLimit());
        if (!allowed) {
            throw limitExceeded();
        }
        String rest = slash < 0 ? "/" : versioned.substring(slash);
        switch (endpoints.find(exchange.method(), rest)) {
            case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> variables) ->
                endpoint.answer(new Call(exchange, session, version, variables));
            case Router.Outcome.WrongMethod<Endpoint>() -> throw methodNotAllowed(exchange.method());
            case Router.Outcome.Unknown<Endpoint>() -> throw SalesforceFault.notFound();
        }
    }

    private Session session(Exchange exchange) throws SQLException {
        String authorization = exchange.header("Authorization");
        if (authorization != null) {
            String[] parts = authorization.strip().split("\\s+", 2);
            boolean bearer = parts[0].equalsIgnoreCase("Bearer") || parts[0].equalsIgnoreCase("OAuth");
            if (parts.length == 2 && bearer) {
                return sessions.find(parts[1]).orElseThrow(SalesforceDoor::invalidSession);
            }
        }
        throw invalidSession();
    }

    private static SalesforceFault invalidSession() {
        return new SalesforceFault(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    private static void refuse(Exchange exchange, SalesforceFault fault) throws IOException {
        if (exchange.started()) {
            exchange.cut();
            return;
        }
        if (fault.status() == 401) {
            exchange.set("WWW-Authenticate", "Token");
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", fault.text());
        error.put("errorCode", fault.errorCode());
        if (!fault.fields().isEmpty()) {
            error.put("fields", fault.fields());
        }
        exchange.respond(fault.status(), JSON, Json.bytes(List.of(error)));
    }
}
