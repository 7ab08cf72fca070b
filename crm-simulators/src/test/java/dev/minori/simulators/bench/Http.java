package dev.minori.simulators.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Plain requests; an answer comes compressed where that is asked for, and stays so. */
final class Http {

    private Http() {}

    /** How an answer comes. */
    enum Coding {
        PLAIN,
        GZIP
    }

    /** Sends a request with one header that says who asks; an empty body sends none. */
    static HttpURLConnection open(String method, String url, String header, String value, String body, Coding coding)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty(header, value);
        if (coding == Coding.GZIP) {
            connection.setRequestProperty("Accept-Encoding", "gzip");
        }
        if (!body.isEmpty()) {
            connection.setRequestProperty(
                    "Content-Type",
                    body.startsWith("{")
                            ? "application/json"
                            : body.startsWith("<") ? "text/xml" : "application/x-www-form-urlencoded");
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    static byte[] send(String method, String url, String header, String value, String body) throws IOException {
        try (InputStream in =
                open(method, url, header, value, body, Coding.PLAIN).getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Takes an answer and throws it away. */
    static void drain(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
