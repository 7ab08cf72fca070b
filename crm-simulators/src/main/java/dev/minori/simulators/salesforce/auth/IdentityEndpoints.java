package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /services/oauth2/userinfo} and the identity URL {@code /id/{org}/{user}}: who a token acts for. */
public final class IdentityEndpoints {

    private static final String JSON = "application/json;charset=UTF-8";

    private final Users users;

    public IdentityEndpoints(Database database) {
        this.users = new Users(database);
    }

    /** Answers for the session's user. Without a session the real one says {@code Bad_OAuth_Token}, as text. */
    public void answer(Exchange exchange, Optional<Session> session) throws IOException, SQLException {
        Optional<Users.User> user = session.isEmpty()
                ? Optional.empty()
                : users.byId(session.get().org(), session.get().userId());
        if (user.isEmpty()) {
            exchange.respond(403, "text/html;charset=UTF-8", "Bad_OAuth_Token");
            return;
        }
        exchange.respond(
                200,
                JSON,
                Json.bytes(
                        exchange.path().startsWith("/id/")
                                ? identity(exchange, session.get().org(), user.get())
                                : info(exchange, session.get().org(), user.get())));
    }

    private static Map<String, Object> info(Exchange exchange, Org org, Users.User user) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sub", exchange.baseUrl() + "/id/" + org.id() + "/" + user.id());
        document.put("user_id", user.id());
        document.put("organization_id", org.id());
        document.put("preferred_username", user.username());
        document.put("nickname", user.username().replaceFirst("@.*", ""));
        document.put("name", user.name());
        document.put("email", user.email());
        document.put("email_verified", true);
        document.put("given_name", user.firstName());
        document.put("family_name", user.lastName());
        document.put("zoneinfo", org.zone().getId());
        document.put("urls", urls(exchange));
        document.put("active", true);
        document.put("user_type", "STANDARD");
        document.put("language", "ja");
        document.put("locale", "ja_JP");
        return document;
    }

    private static Map<String, Object> identity(Exchange exchange, Org org, Users.User user) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", exchange.baseUrl() + "/id/" + org.id() + "/" + user.id());
        document.put("asserted_user", true);
        document.put("user_id", user.id());
        document.put("organization_id", org.id());
        document.put("username", user.username());
        document.put("nick_name", user.username().replaceFirst("@.*", ""));
        document.put("display_name", user.name());
        document.put("email", user.email());
        document.put("email_verified", true);
        document.put("first_name", user.firstName());
        document.put("last_name", user.lastName());
        document.put("timezone", org.zone().getId());
        document.put("urls", urls(exchange));
        document.put("active", true);
        document.put("user_type", "STANDARD");
        document.put("language", "ja");
        document.put("locale", "ja_JP");
        return document;
    }

    private static Map<String, String> urls(Exchange exchange) {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("rest", exchange.baseUrl() + "/services/data/v{version}/");
        urls.put("sobjects", exchange.baseUrl() + "/services/data/v{version}/sobjects/");
        urls.put("query", exchange.baseUrl() + "/services/data/v{version}/query/");
        return urls;
    }
}
