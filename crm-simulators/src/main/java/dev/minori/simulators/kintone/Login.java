package dev.minori.simulators.kintone;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who calls: a password in {@code X-Cybozu-Authorization} comes first, then API tokens, at most nine. Source:
 * kintone developer documentation, "Authentication".
 */
final class Login {

    private static final int MAX_TOKENS = 9;

    private final Database database;
    private final Apps apps;

    Login(Database database, Apps apps) {
        this.database = database;
        this.apps = apps;
    }

    Caller caller(Exchange exchange) throws SQLException {
        String password = exchange.header("X-Cybozu-Authorization");
        if (password != null) {
            return person(password.strip()).orElseThrow(Login::wrongPassword);
        }
        List<String> tokens = new ArrayList<>();
        for (String header : exchange.headers("X-Cybozu-API-Token")) {
            for (String token : header.split(",")) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        if (tokens.isEmpty()) {
            throw KintoneFault.of(401, "CB_AU01", "ログインしてください。", "Please login.");
        }
        if (tokens.size() > MAX_TOKENS) {
            throw KintoneFault.invalid(
                    "X-Cybozu-API-Token",
                    "APIトークンは" + MAX_TOKENS + "個まで指定できます。",
                    "Up to " + MAX_TOKENS + " API tokens can be specified.");
        }
        if (!apps.allKnown(tokens)) {
            throw Access.foreignToken();
        }
        return new Caller.Tokens(List.copyOf(tokens));
    }

    private Optional<Caller> person(String encoded) throws SQLException {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return database.transact(connection -> Sql.first(
                connection,
                Login::person,
                "select code, name, groups, zone from kt_user where code = ? and password_sha256 = encode(sha256(convert_to(?, 'UTF8')),"
                        + " 'hex')",
                pair.substring(0, colon),
                pair.substring(colon + 1)));
    }

    private static Caller person(ResultSet row) throws SQLException {
        String[] groups = (String[]) row.getArray("groups").getArray();
        return new Caller.Person(
                row.getString("code"), row.getString("name"), List.of(groups), ZoneId.of(row.getString("zone")));
    }

    private static KintoneFault wrongPassword() {
        return KintoneFault.of(
                401,
                "CB_WA01",
                "認証に失敗しました。ログイン名またはパスワードが間違っています。",
                "Password authentication failed. Incorrect user name or password.");
    }
}
