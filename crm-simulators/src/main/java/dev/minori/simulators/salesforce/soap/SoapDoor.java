package dev.minori.simulators.salesforce.soap;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.salesforce.ApiVersions;
import dev.minori.simulators.salesforce.Endpoints;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.PasswordLogin;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.auth.Users;
import dev.minori.simulators.salesforce.org.ConnectedApp;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.query.QueryEndpoints;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.record.ReplicationEndpoints;
import dev.minori.simulators.salesforce.soql.SoqlException;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /services/Soap/u/{version}}: the partner API. Every answer is an envelope, every error a fault with status 500.
 * Source: SOAP API Developer Guide; recorded envelopes in the tests of public clients.
 */
public final class SoapDoor {

    private static final System.Logger LOG = System.getLogger(SoapDoor.class.getName());
    private static final String ROOT = "/services/Soap/u/";
    private static final String XML = "text/xml;charset=UTF-8";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})(?:\\.0)?(?:/.*)?");
    /** Real calls that this simulator does not offer, so that they are refused by name. */
    private static final Set<String> NOT_OFFERED = Set.of(
            "search",
            "convertLead",
            "process",
            "findDuplicates",
            "findDuplicatesByIds",
            "describeLayout",
            "describeSoftphoneLayout",
            "describeTabs",
            "describeAllTabs",
            "describeDataCategoryGroups",
            "describeCompactLayouts",
            "describeSearchLayouts",
            "sendEmail",
            "sendEmailMessage",
            "renderEmailTemplate",
            "setPassword",
            "resetPassword",
            "changeOwnPassword",
            "performQuickActions",
            "deleteByExample");

    private final Orgs orgs;
    private final Sessions sessions;
    private final SoapSessions own;
    private final Map<String, Operation> operations;

    /** An operation: it writes what stands in its response element. */
    @FunctionalInterface
    private interface Operation {
        void answer(SoapCall call, SoapXml xml) throws IOException, SQLException;
    }

    public SoapDoor(
            Database database,
            Orgs orgs,
            Sessions sessions,
            Clock clock,
            QueryEndpoints queries,
            RecordReader reader,
            ReplicationEndpoints replication) {
        this.orgs = orgs;
        this.sessions = sessions;
        this.own = new SoapSessions(new PasswordLogin(database, orgs, sessions), sessions, new Users(database), clock);
        SoapReads reads = new SoapReads(queries, reader, replication);
        SoapWrites writes = new SoapWrites(database, clock);
        this.operations = Map.ofEntries(
                Map.entry("query", reads::query),
                Map.entry("queryAll", reads::queryAll),
                Map.entry("queryMore", reads::queryMore),
                Map.entry("retrieve", reads::retrieve),
                Map.entry("describeGlobal", reads::describeGlobal),
                Map.entry("describeSObject", reads::describeObject),
                Map.entry("describeSObjects", reads::describeObjects),
                Map.entry("getUpdated", reads::updated),
                Map.entry("getDeleted", reads::deleted),
                Map.entry("getServerTimestamp", own::timestamp),
                Map.entry("getUserInfo", own::userInfo),
                Map.entry("logout", own::logout),
                Map.entry("invalidateSessions", own::invalidate),
                Map.entry("create", writes::create),
                Map.entry("update", writes::update),
                Map.entry("upsert", writes::upsert),
                Map.entry("delete", writes::delete),
                Map.entry("undelete", writes::undelete),
                Map.entry("emptyRecycleBin", writes::emptyRecycleBin),
                Map.entry("merge", writes::merge));
    }

    /** Whether a path is answered here. */
    public static boolean serves(String path) {
        return path.startsWith(ROOT);
    }

    /** Runs what answers an exchange, and words every error as a fault. */
    public static void answering(Exchange exchange, Endpoints.Answer answer) throws IOException {
        try {
            answer.run();
        } catch (SoapFault fault) {
            refuse(exchange, FaultXml.ofClient(fault.text()));
        } catch (SalesforceFault fault) {
            refuse(exchange, FaultXml.of(code(fault), fault.text()));
        } catch (SoqlException e) {
            refuse(exchange, FaultXml.of(e.code(), e.text()));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            refuse(exchange, FaultXml.of("UNKNOWN_EXCEPTION", "An unexpected error occurred."));
        }
    }

    /** REST words a few things in codes that SOAP does not have. */
    private static String code(SalesforceFault fault) {
        return switch (fault.errorCode()) {
            case "NOT_FOUND" -> "INVALID_TYPE";
            case "INSUFFICIENT_ACCESS_OR_READONLY" -> "INSUFFICIENT_ACCESS";
            default -> fault.errorCode();
        };
    }

    private static void refuse(Exchange exchange, ByteBuffer fault) throws IOException {
        if (exchange.started()) {
            exchange.cut();
        } else {
            exchange.respond(500, XML, fault);
        }
    }

    /** Answers one call. */
    public void answer(Exchange exchange) throws IOException, SQLException {
        int version = version(exchange.path());
        if (!exchange.method().equals("POST")) {
            throw SoapFault.client("a SOAP call is a POST");
        }
        SoapRequest request = SoapRequest.parse(exchange.body());
        XmlElement asked = request.operation();
        if (!asked.namespace().equals(SoapXml.PARTNER)) {
            throw noOperation(asked);
        }
        if (asked.name().equals("login")) {
            SoapXml xml = SoapXml.answer().envelope("Body").start("loginResponse");
            own.login(exchange, version, asked, xml);
            exchange.respond(200, XML, xml.whole());
            return;
        }
        Operation operation = operations.get(asked.name());
        if (operation == null) {
            throw NOT_OFFERED.contains(asked.name()) ? notOffered(asked) : noOperation(asked);
        }
        String sessionId = request.sessionId().orElse("");
        Session session = sessions.find(sessionId).orElseThrow(() -> noSession(sessionId));
        Org org = session.org();
        if (!org.spendCall(orgs.today())) {
            throw new SalesforceFault(500, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        SoapXml xml = SoapXml.answer();
        limits(xml, org);
        xml.envelope("Body").start(asked.name() + "Response");
        operation.answer(new SoapCall(exchange, session, version + ".0", request), xml);
        exchange.respond(200, XML, xml.whole());
    }

    /** In the words that clients record (https://github.com/vdesabou/kafka-docker-playground/issues/7669). */
    private static SalesforceFault noSession(String sessionId) {
        return new SalesforceFault(
                500,
                "INVALID_SESSION_ID",
                "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: "
                        + ConnectedApp.digest(sessionId)
                        + "\nThis error usually occurs after a session expires or a user logs out.");
    }

    private static void limits(SoapXml xml, Org org) {
        xml.envelope("Header").start("LimitInfoHeader").start("limitInfo");
        xml.value("current", org.usage().calls())
                .value("limit", org.dailyLimit())
                .value("type", "API REQUESTS");
        xml.end().end().end();
    }

    private static int version(String path) {
        Matcher version = VERSION.matcher(path.substring(ROOT.length()));
        if (!version.matches()) {
            throw unknownVersion();
        }
        try {
            ApiVersions.check("v" + version.group(1) + ".0");
        } catch (SalesforceFault fault) {
            throw fault.status() == 410 ? fault : unknownVersion();
        }
        return Integer.parseInt(version.group(1));
    }

    private static SalesforceFault unknownVersion() {
        return new SalesforceFault(500, "UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
    }

    private static SoapFault noOperation(XmlElement asked) {
        return SoapFault.client("No operation available for request {" + asked.namespace() + "}" + asked.name()
                + ", please check the WSDL for the service.");
    }

    private static SalesforceFault notOffered(XmlElement asked) {
        return SalesforceFault.notOffered("The call " + asked.name() + "()");
    }
}
