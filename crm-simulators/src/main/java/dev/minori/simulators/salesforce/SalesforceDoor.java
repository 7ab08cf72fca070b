package dev.minori.simulators.salesforce;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Faults;
import dev.minori.simulators.http.Handler;
import dev.minori.simulators.salesforce.async.AsyncDoor;
import dev.minori.simulators.salesforce.auth.IdentityEndpoints;
import dev.minori.simulators.salesforce.auth.OAuthEndpoints;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.bulk.BulkQueryEndpoints;
import dev.minori.simulators.salesforce.bulk.IngestEndpoints;
import dev.minori.simulators.salesforce.composite.CollectionEndpoints;
import dev.minori.simulators.salesforce.composite.CompositeEndpoints;
import dev.minori.simulators.salesforce.composite.TreeEndpoint;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.query.QueryEndpoints;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.record.RecordEndpoints;
import dev.minori.simulators.salesforce.record.ReplicationEndpoints;
import dev.minori.simulators.salesforce.soap.SoapDoor;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The Salesforce REST API: finds the endpoint, checks session and allowance, and words every error as the vendor does. */
public final class SalesforceDoor implements Handler {

    /** The name faults are ordered for. */
    public static final String NAME = "salesforce";

    private static final String DATA = "/services/data";
    /** RFC 9110 wants two digits for the day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Orgs orgs;
    private final Sessions sessions;
    private final Faults faults;
    private final Clock clock;
    private final OAuthEndpoints oauth;
    private final IdentityEndpoints identity;
    private final MetadataEndpoints metadata = new MetadataEndpoints();
    private final Endpoints endpoints = new Endpoints();
    private final SoapDoor soap;
    private final AsyncDoor async;

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
        this.clock = clock;
        this.oauth = new OAuthEndpoints(database, orgs, sessions, clock);
        this.identity = new IdentityEndpoints(database);
        QueryEndpoints query = new QueryEndpoints(database, clock);
        RecordReader reader = new RecordReader(database, clock);
        RecordEndpoints records = new RecordEndpoints(database, clock, reader);
        ReplicationEndpoints replication = new ReplicationEndpoints(database, clock);
        this.soap = new SoapDoor(database, orgs, sessions, clock, query, reader, replication);
        this.async = new AsyncDoor(database, orgs, sessions, clock, resultDirectory, executor);
        CollectionEndpoints collections = new CollectionEndpoints(database, clock, reader);
        TreeEndpoint tree = new TreeEndpoint(database, clock);
        CompositeEndpoints composite = new CompositeEndpoints(database, endpoints);
        BulkQueryEndpoints bulk = new BulkQueryEndpoints(database, orgs, clock, resultDirectory, executor);
        IngestEndpoints ingest = new IngestEndpoints(database, orgs, clock, resultDirectory, executor);
        endpoints
                .on("GET", "/", metadata::resources)
                .on("GET", "/limits", metadata::limits)
                .on("GET", "/sobjects", metadata::globalDescribe)
                .on("GET", "/sobjects/{object}", metadata::objectInfo)
                .on("GET", "/sobjects/{object}/describe", metadata::describe)
                .on("POST", "/sobjects/{object}", records::create)
                .on("GET", "/sobjects/{object}/updated", replication::updated)
                .on("GET", "/sobjects/{object}/deleted", replication::deleted)
                .on("GET", "/sobjects/{object}/{id}", records::read)
                .on("PATCH", "/sobjects/{object}/{id}", records::update)
                .on("DELETE", "/sobjects/{object}/{id}", records::delete)
                .on("GET", "/sobjects/{object}/{field}/{value}", records::readByKey)
                .on("PATCH", "/sobjects/{object}/{field}/{value}", records::upsert)
                .on("POST", "/composite", composite::composite)
                .on("POST", "/composite/batch", composite::batch)
                .on("POST", "/composite/tree/{object}", tree::create)
                .on("POST", "/composite/sobjects", collections::create)
                .on("PATCH", "/composite/sobjects", collections::update)
                .on("DELETE", "/composite/sobjects", collections::delete)
                .on("GET", "/composite/sobjects/{object}", collections::read)
                .on("POST", "/composite/sobjects/{object}", collections::readByBody)
                .on("PATCH", "/composite/sobjects/{object}/{field}", collections::upsert)
                .on("GET", "/query", query::query)
                .on("GET", "/queryAll", query::queryAll)
                .on("GET", "/query/{locator}", query::more)
                .on("GET", "/queryAll/{locator}", query::more)
                .on("POST", "/jobs/ingest", ingest::create)
                .on("GET", "/jobs/ingest", ingest::list)
                .on("GET", "/jobs/ingest/{id}", ingest::state)
                .on("PATCH", "/jobs/ingest/{id}", ingest::change)
                .on("DELETE", "/jobs/ingest/{id}", ingest::delete)
                .on("PUT", "/jobs/ingest/{id}/batches", ingest::upload)
                .on("GET", "/jobs/ingest/{id}/successfulResults", ingest::successful)
                .on("GET", "/jobs/ingest/{id}/failedResults", ingest::failed)
                .on("GET", "/jobs/ingest/{id}/unprocessedrecords", ingest::unprocessed)
                .on("POST", "/jobs/query", bulk::create)
                .on("GET", "/jobs/query", bulk::list)
                .on("GET", "/jobs/query/{id}", bulk::state)
                .on("PATCH", "/jobs/query/{id}", bulk::abort)
                .on("DELETE", "/jobs/query/{id}", bulk::delete)
                .on("GET", "/jobs/query/{id}/results", bulk::results)
                .on("GET", "/jobs/query/{id}/resultPages", bulk::resultPages);
        bulk.resume();
        ingest.resume();
        async.resume();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.rewritePath(cleaned(exchange.path()));
        exchange.set("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        Endpoints.Answer answer = () -> {
            Integer fault = ordered(exchange);
            if (fault == null) {
                route(exchange);
            } else if (fault != 0) {
                throw ordered(fault);
            }
        };
        if (SoapDoor.serves(exchange.path())) {
            SoapDoor.answering(exchange, answer);
        } else if (AsyncDoor.serves(exchange.path())) {
            AsyncDoor.answering(exchange, answer);
        } else {
            Endpoints.answering(exchange, answer);
        }
    }

    private @Nullable Integer ordered(Exchange exchange) {
        try {
            return faults.apply(NAME, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cut();
            return 0;
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
            oauth.revoke(exchange);
        } else if (path.equals("/services/oauth2/authorize")) {
            oauth.authorize(exchange);
        } else if (path.equals("/services/oauth2/userinfo") || path.startsWith("/id/")) {
            identity.answer(exchange, known(exchange));
        } else if (path.equals(DATA)) {
            only("GET", method);
            metadata.versions(exchange);
        } else if (SoapDoor.serves(path)) {
            soap.answer(exchange);
        } else if (AsyncDoor.serves(path)) {
            async.answer(exchange);
        } else if (path.startsWith(DATA + "/")) {
            data(exchange, path.substring(DATA.length() + 1));
        } else {
            throw SalesforceFault.notFound();
        }
    }

    private static void only(String allowed, String method) {
        if (!method.equals(allowed)) {
            throw Endpoints.methodNotAllowed(method);
        }
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
        endpoints.answer(exchange, session, version, slash < 0 ? "/" : versioned.substring(slash));
    }

    private Session session(Exchange exchange) throws SQLException {
        return known(exchange).orElseThrow(SalesforceDoor::invalidSession);
    }

    private Optional<Session> known(Exchange exchange) throws SQLException {
        String authorization = exchange.header("Authorization");
        if (authorization != null) {
            String[] parts = authorization.strip().split("\\s+", 2);
            boolean bearer = parts[0].equalsIgnoreCase("Bearer") || parts[0].equalsIgnoreCase("OAuth");
            if (parts.length == 2 && bearer) {
                return sessions.find(parts[1]);
            }
        }
        return Optional.empty();
    }

    private static SalesforceFault invalidSession() {
        return new SalesforceFault(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
}
