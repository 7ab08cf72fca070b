package dev.minori.simulators.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request inside another request: its answer is kept instead of being sent. */
public final class InnerExchange implements Exchange {

    private final Exchange outer;
    private final String method;
    private final @Nullable String rawQuery;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> requestHeaders = new LinkedHashMap<>();
    private final Map<String, String> responseHeaders = new LinkedHashMap<>();
    private final byte[] body;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private String path;
    private int status;

    /** @param target path and query, as in a request line */
    public InnerExchange(Exchange outer, String method, String target, Map<String, String> headers, byte[] body) {
        this.outer = outer;
        this.method = method.toUpperCase(Locale.ROOT);
        int question = target.indexOf('?');
        this.path = question < 0 ? target : target.substring(0, question);
        this.rawQuery = question < 0 ? null : target.substring(question + 1);
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        headers.forEach((name, value) -> requestHeaders.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body.clone();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The status answered with; 0 while there is no answer. */
    public int status() {
        return status;
    }

    /** The body answered with. */
    public byte[] answer() {
        return answer.toByteArray();
    }

    /** Headers answered with. */
    public Map<String, String> answerHeaders() {
        return Map.copyOf(responseHeaders);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public void rewritePath(String cleaned) {
        this.path = cleaned;
    }

    @Override
    public @Nullable String rawQuery() {
        return rawQuery;
    }

    @Override
    public int targetLength() {
        return path.length() + (rawQuery == null ? 0 : rawQuery.length() + 1);
    }

    @Override
    public @Nullable String query(String name) {
        return parameters.get(name);
    }

    @Override
    public List<String> queryNames() {
        return List.copyOf(parameters.keySet());
    }

    @Override
    public @Nullable String header(String name) {
        return requestHeaders.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> headers(String name) {
        String value = header(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String baseUrl() {
        return outer.baseUrl();
    }

    @Override
    public Exchange set(String name, String value) {
        responseHeaders.put(name, value);
        return this;
    }

    @Override
    public void respond(int answered, String contentType, byte[] content) throws IOException {
        responseHeaders.put("Content-Type", contentType);
        status = answered;
        answer.write(content);
    }

    @Override
    public void respondEmpty(int answered) {
        status = answered;
    }

    @Override
    public OutputStream stream(int answered, String contentType) {
        responseHeaders.put("Content-Type", contentType);
        status = answered;
        return answer;
    }

    @Override
    public void cut() {
        outer.cut();
    }

    @Override
    public void reset() {
        outer.reset();
    }

    @Override
    public void cutAfter(int bytes) {
        outer.cutAfter(bytes);
    }

    @Override
    public boolean started() {
        return status != 0;
    }
}
