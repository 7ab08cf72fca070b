package dev.minori.simulators.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what answers a method and path. Patterns name variables in braces: {@code /sobjects/{object}/describe}. */
public final class Router<H> {

    private final List<Route<H>> routes = new ArrayList<>();

    /** Adds a route; earlier routes win. */
    public Router<H> on(String method, String pattern, H target) {
        routes.add(new Route<>(method, segments(pattern), target));
        return this;
    }

    /** The route for a request. Fixed segments match without regard to case, as both vendors' servers do. */
    public Outcome<H> find(String method, String path) {
        List<String> asked = segments(path);
        boolean otherMethod = false;
        for (Route<H> route : routes) {
            Map<String, String> variables = match(route.segments, asked);
            if (variables == null) {
                continue;
            }
            if (route.method.equals(method)) {
                return new Outcome.Found<>(route.target, variables);
            }
            otherMethod = true;
        }
        return otherMethod ? new Outcome.WrongMethod<>() : new Outcome.Unknown<>();
    }

    private static List<String> segments(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> asked) {
        if (pattern.size() != asked.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String given = asked.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), decode(given));
            } else if (!expected.toLowerCase(Locale.ROOT).equals(given.toLowerCase(Locale.ROOT))) {
                return null;
            }
        }
        return variables;
    }

    private static String decode(String segment) {
        // URLDecoder is for forms: in a path a plus sign is itself.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private record Route<H>(String method, List<String> segments, H target) {}

    /** What was found for a request. */
    public sealed interface Outcome<H> {
        /** A route, with the variables of its path decoded. */
        record Found<H>(H target, Map<String, String> variables) implements Outcome<H> {}

        /** The path exists, but not with this method. */
        record WrongMethod<H>() implements Outcome<H> {}

        /** Nothing is known at this path. */
        record Unknown<H>() implements Outcome<H> {}
    }
}
