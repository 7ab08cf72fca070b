package dev.minori.console.proxy;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers pass. Those of one connection do not, nor cookies, nor what only the console may say. */
final class ProxyHeaders {
    /** RFC 9110, section 7.6.1: they speak about one connection only. */
    private static final Set<String> CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Only a service may name a workspace; a person's is in the token. Forwarding headers are made anew. */
    private static final Set<String> NEVER_SENT = Set.of(
            "authorization",
            "cookie",
            "host",
            "minori-workspace",
            "minori-write-token",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "expect",
            "origin",
            "referer");

    /** The console answers under its own name, with its own security headers. */
    private static final Set<String> NEVER_RETURNED = Set.of(
            "set-cookie",
            "www-authenticate",
            "server",
            "strict-transport-security",
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "x-frame-options");

    private ProxyHeaders() {}

    static void copyRequest(MultiMap from, MultiMap to) {
        copy(from, to, NEVER_SENT);
    }

    static void copyResponse(MultiMap from, MultiMap to) {
        copy(from, to, NEVER_RETURNED);
        if (!to.contains("Cache-Control")) {
            to.set("Cache-Control", "no-store"); // a customer's data stays in no cache
        }
    }

    private static void copy(MultiMap from, MultiMap to, Set<String> barred) {
        Set<String> named = Set.of(
                from.get("Connection") == null
                        ? new String[0]
                        : from.get("Connection").toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!CONNECTION.contains(name) && !barred.contains(name) && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }
}
