package dev.minori.simulators.salesforce;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.soql.SoqlException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything below {@code /services/data/vXX.X}, for requests of their own and for those inside a composite. */
public final class Endpoints {

    private static final System.Logger LOG = System.getLogger(Endpoints.class.getName());
    private static final String JSON = "application/json;charset=UTF-8";

    private final Router<Endpoint> router = new Router<>();

    /** An endpoint below {@code /services/data/vXX.X}. */
    @FunctionalInterface
    public interface Endpoint {
        /** Answers a call, or throws what it is refused with. */
        void answer(Call call) throws IOException, SQLException;
    }

    /** Something that answers an exchange or throws what it is refused with. */
    @FunctionalInterface
    public interface Answer {
        /** Answers. */
        void run() throws IOException, SQLException;
    }

    /** Adds an endpoint. */
    public Endpoints on(String method, String pattern, Endpoint endpoint) {
        router.on(method, pattern, endpoint);
        return this;
    }

    /** Answers a request; what it is refused with is thrown. */
    public void answer(Exchange exchange, Session session, String version, String path)
            throws IOException, SQLException {
        switch (router.find(exchange.method(), path)) {
            case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> variables) ->
                endpoint.answer(new Call(exchange, session, version, variables));
            case Router.Outcome.WrongMethod<Endpoint>() -> throw methodNotAllowed(exchange.method());
            case Router.Outcome.Unknown<Endpoint>() -> throw SalesforceFault.notFound();
        }
    }

    /** Runs what answers an exchange, and words every error as the vendor does. */
    public static void answering(Exchange exchange, Answer answer) throws IOException {
        try {
            answer.run();
        } catch (SalesforceFault fault) {
            refuse(exchange, fault);
        } catch (SoqlException e) {
            refuse(exchange, new SalesforceFault(400, e.code(), e.text()));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            refuse(exchange, new SalesforceFault(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."));
        }
    }

    static SalesforceFault methodNotAllowed(String method) {
        return new SalesforceFault(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + method + "' not allowed. Allowed are HEAD,GET,POST,PATCH,DELETE");
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
