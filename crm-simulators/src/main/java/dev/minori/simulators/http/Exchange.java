package dev.minori.simulators.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its response, for handlers that block on a virtual thread. */
public interface Exchange {

    /** The request method in upper case; {@code X-HTTP-Method-Override} is the vendors' matter, not handled here. */
    String method();

    /** The path without its query, percent-encoding kept. */
    String path();

    /** Replaces the path, after doubled or trailing slashes were removed. */
    void rewritePath(String cleaned);

    /** The raw query string, or null. */
    @Nullable
    String rawQuery();

    /** The request target's length in characters, as servers limit it. */
    int targetLength();

    /** A query parameter, decoded, or null. */
    @Nullable
    String query(String name);

    /** Names of all query parameters. */
    List<String> queryNames();

    /** A request header, or null; names match without regard to case. */
    @Nullable
    String header(String name);

    /** All values of a repeated request header. */
    List<String> headers(String name);

    /** The request body, already unzipped. Empty when there is none. */
    byte[] body();

    /** The body as UTF-8 text. */
    default String bodyText() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** The file a very large body was written to; it is gone after the answer unless the handler moved it. */
    default Optional<Path> upload() {
        return Optional.empty();
    }

    /** The address the client used, such as {@code http://127.0.0.1:8090}. */
    String baseUrl();

    /** Sets a response header. */
    Exchange set(String name, String value);

    /** Sends a whole response. */
    void respond(int status, String contentType, byte[] content) throws IOException;

    /** Sends a whole response of bytes in memory, which are not copied: nobody may change them any more. */
    default void respond(int status, String contentType, ByteBuffer content) throws IOException {
        byte[] copy = new byte[content.remaining()];
        content.duplicate().get(copy);
        respond(status, contentType, copy);
    }

    /** Sends a whole response of UTF-8 text. */
    default void respond(int status, String contentType, String content) throws IOException {
        respond(status, contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a response without a body. */
    void respondEmpty(int status) throws IOException;

    /** Starts a chunked response; the stream blocks while the client reads slowly and must be closed to end it. */
    OutputStream stream(int status, String contentType);

    /** Ends the connection without a proper end of the response: what a broken network looks like to a client. */
    void cut();

    /** Resets the connection (TCP RST): what a client meets when the machine at the other end fell over. */
    void reset();

    /** Ends the connection once so many bytes of the answer's body were sent, if it has more. */
    void cutAfter(int bytes);

    /** True once the status line was sent: an error can then only be shown by cutting the connection. */
    boolean started();
}
