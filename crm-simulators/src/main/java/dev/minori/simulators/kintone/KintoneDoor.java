package dev.minori.simulators.kintone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Faults;
import dev.minori.simulators.http.Handler;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.kintone.app.AppEndpoints;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.SettingsEndpoints;
import dev.minori.simulators.kintone.file.FileEndpoints;
import dev.minori.simulators.kintone.record.CommentEndpoints;
import dev.minori.simulators.kintone.record.CursorEndpoints;
import dev.minori.simulators.kintone.record.DownloadEndpoint;
import dev.minori.simulators.kintone.record.ReadEndpoints;
import dev.minori.simulators.kintone.record.Records;
import dev.minori.simulators.kintone.record.StatusEndpoints;
import dev.minori.simulators.kintone.record.Webhooks;
import dev.minori.simulators.kintone.record.WriteEndpoints;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The kintone REST API of one domain: finds the endpoint, checks tokens, and words every error as the vendor does. */
public final class KintoneDoor implements Handler {

    /** The name faults are ordered for. */
    public static final String NAME = "kintone";

    private static final System.Logger LOG = System.getLogger(KintoneDoor.class.getName());
    private static final String JSON = "application/json;charset=utf-8";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final int CONCURRENCY = 100;
    private static final int MAX_TARGET = 8 * 1024;

    private final Login login;
    private final Faults faults;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();
    private final Router<Endpoint> endpoints = new Router<>();

    /** An endpoint below {@code /k/v1}. */
    @FunctionalInterface
    interface Endpoint {
        void answer(KintoneCall call) throws IOException, SQLException;
    }

    /** @param zone the time zone of the user that API tokens act as */
    public KintoneDoor(Database database, Apps apps, Faults faults, Clock clock, ZoneId zone) {
        this.login = new Login(database, apps);
        this.faults = faults;
        this.clock = clock;
        Access access = new Access(apps);
        Records records = new Records(database, access, clock, zone);
        Webhooks webhooks = new Webhooks(records, clock, Thread::startVirtualThread);
        ReadEndpoints read = new ReadEndpoints(records);
        WriteEndpoints write = new WriteEndpoints(records, webhooks);
        StatusEndpoints status = new StatusEndpoints(records, webhooks);
        CursorEndpoints cursor = new CursorEndpoints(records);
        CommentEndpoints comment = new CommentEndpoints(records, webhooks);
        FileEndpoints file = new FileEndpoints(database, clock);
        DownloadEndpoint download = new DownloadEndpoint(records);
        BulkRequestEndpoint bulk = new BulkRequestEndpoint(database, endpoints);
        AppEndpoints app = new AppEndpoints(access, apps);
        SettingsEndpoints settings = new SettingsEndpoints(access);
        endpoints
                .on("GET", "/record.json", read::record)
                .on("POST", "/record.json", write::add)
                .on("PUT", "/record.json", write::update)
                .on("GET", "/records.json", read::records)
                .on("POST", "/records.json", write::addAll)
                .on("PUT", "/records.json", write::updateAll)
                .on("DELETE", "/records.json", write::deleteAll)
                .on("PUT", "/record/status.json", status::act)
                .on("PUT", "/records/status.json", status::actAll)
                .on("PUT", "/record/assignees.json", status::assign)
                .on("GET", "/record/comments.json", comment::list)
                .on("POST", "/record/comment.json", comment::add)
                .on("DELETE", "/record/comment.json", comment::delete)
                .on("GET", "/records/acl/evaluate.json", read::evaluateRights)
                .on("POST", "/records/cursor.json", cursor::create)
                .on("GET", "/records/cursor.json", cursor::read)
                .on("DELETE", "/records/cursor.json", cursor::delete)
                .on("POST", "/file.json", file::upload)
                .on("GET", "/file.json", download::download)
                .on("POST", "/bulkRequest.json", bulk::run)
                .on("GET", "/app.json", app::app)
                .on("GET", "/app/form/fields.json", app::formFields)
                .on("GET", "/app/form/layout.json", app::formLayout)
                .on("GET", "/app/settings.json", settings::settings)
                .on("GET", "/app/status.json", settings::process)
                .on("GET", "/app/acl.json", settings::appPermissions)
                .on("GET", "/record/acl.json", settings::recordPermissions)
                .on("GET", "/field/acl.json", settings::fieldPermissions)
                .on("GET", "/apps.json", app::apps);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        int now = running.incrementAndGet();
        try {
            exchange.set("Date", HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC)))
                    .set("X-ConcurrencyLimit-Limit", String.valueOf(CONCURRENCY))
                    .set("X-ConcurrencyLimit-Running", String.valueOf(now));
            Integer fault = faults.apply(NAME, exchange);
            if (fault != null) {
                if (fault != 0) {
                    ordered(exchange, fault);
                }
                return;
            }
            if (now > CONCURRENCY) {
                throw tooMany();
            }
            route(exchange);
        } catch (KintoneFault fault) {
            refuse(exchange, fault);
        } catch (BulkRequestEndpoint.BulkRequestFault bulk) {
            refuse(exchange, bulk.fault(), bulk::document);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            refuse(
                    exchange,
                    KintoneFault.of(500, "CB_ER01", "サーバー内部でエラーが発生しました。", "An internal server error occurred."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cut();
        } finally {
            running.decrementAndGet();
        }
    }

    private static KintoneFault tooMany() {
        return KintoneFault.of(
                429,
                "GAIA_TO04",
                "同時接続数が上限を超えました。しばらく待ってから再度お試しください。",
                "The number of simultaneous connections has exceeded the limit. Wait for a while and try again.");
    }

    /** Overload and maintenance do not answer in JSON: clients that expect it must survive this page. */
    private static void ordered(Exchange exchange, int status) throws IOException {
        if (status == 429) {
            refuse(exchange, tooMany());
        } else if (status == 503) {
            exchange.respond(
                    503,
                    "text/html;charset=utf-8",
                    "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>");
        } else {
            refuse(
                    exchange,
                    KintoneFault.of(status, "CB_ER01", "サーバー内部でエラーが発生しました。", "An internal server error occurred."));
        }
    }

    private void route(Exchange exchange) throws IOException, SQLException {
        if (exchange.targetLength() > MAX_TARGET) {
            exchange.respond(
                    414, "text/html;charset=utf-8", "<html><body><h1>414 Request-URI Too Large</h1></body></html>");
            return;
        }
        String path = exchange.path();
        KintonePath asked = KintonePath.of(path).orElseThrow(() -> notThere(path));
        String override = exchange.header("X-HTTP-Method-Override");
        String method = override != null && exchange.method().equals("POST")
                ? override.strip().toUpperCase(Locale.ROOT)
                : exchange.method();
        switch (endpoints.find(method, asked.resource())) {
            case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> _) ->
                endpoint.answer(new KintoneCall(exchange, login.caller(exchange), asked.space(), parameters(exchange)));
            case Router.Outcome.WrongMethod<Endpoint>() ->
                throw KintoneFault.of(405, "CB_IL02", "不正なリクエストです。", "Illegal request.");
            case Router.Outcome.Unknown<Endpoint>() -> throw notThere(path);
        }
    }

    private static KintoneFault notThere(String path) {
        return KintoneFault.of(
                404,
                "CB_IL02",
                "不正なリクエストです。（このシミュレーターは " + path + " を提供していません）",
                "Illegal request. (" + path + " is not offered by this kintone simulator)");
    }

    private static JsonNode parameters(Exchange exchange) {
        String type = exchange.header("Content-Type");
        boolean form = type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (form || exchange.body().length == 0) {
            return fromQuery(exchange);
        }
        try {
            JsonNode body = Json.MAPPER.readTree(exchange.bodyText());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw badJson();
        }
        throw badJson();
    }

    private static KintoneFault badJson() {
        return KintoneFault.of(400, "CB_IJ01", "不正なJSON文字列です。", "Invalid JSON string.");
    }

    /** {@code fields[0]=a&fields[1]=b}, {@code fields[]=a} and {@code fields=a} all make an array. */
    private static JsonNode fromQuery(Exchange exchange) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (String name : exchange.queryNames()) {
            int bracket = name.indexOf('[');
            String bare = bracket < 0 ? name : name.substring(0, bracket);
            String value = exchange.query(name);
            if (bracket >= 0 || bare.equals("fields")) {
                ArrayNode array = parameters.withArray("/" + bare);
                array.add(value);
            } else {
                parameters.put(bare, value);
            }
        }
        return parameters;
    }

    private static void refuse(Exchange exchange, KintoneFault fault) throws IOException {
        refuse(exchange, fault, error -> error);
    }

    private static void refuse(Exchange exchange, KintoneFault fault, UnaryOperator<Object> around) throws IOException {
        if (exchange.started()) {
            exchange.cut();
            return;
        }
        String language = exchange.header("Accept-Language");
        boolean japanese = language == null
                ? fault.status() != 429
                : language.strip().toLowerCase(Locale.ROOT).startsWith("ja");
        exchange.set("X-Cybozu-Error", fault.code());
        exchange.respond(fault.status(), JSON, Json.bytes(around.apply(document(fault, japanese))));
    }

    private static Map<String, Object> document(KintoneFault fault, boolean japanese) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", fault.code());
        body.put("id", UUID.randomUUID().toString().replace("-", "").substring(0, 20));
        body.put("message", fault.text().in(japanese));
        if (!fault.errors().isEmpty()) {
            Map<String, Object> errors = new LinkedHashMap<>();
            fault.errors()
                    .forEach((path, texts) -> errors.put(
                            path,
                            Map.of(
                                    "messages",
                                    texts.stream()
                                            .map(text -> text.in(japanese))
                                            .toList())));
            body.put("errors", errors);
        }
        return body;
    }
}
