package dev.minori.simulators.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request and its response, for handlers that block on a virtual thread. */
public final class Exchange {

    private static final int WRITE_TIMEOUT_SECONDS = 120;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final byte[] body;
    private String path;

    Exchange(HttpServerRequest request, byte[] body) {
        this.request = request;
        this.response = request.response();
        this.body = body;
        this.path = request.path() == null ? "/" : request.path();
    }

    /** The request method in upper case; {@code X-HTTP-Method-Override} is the vendors' matter, not handled here. */
    public String method() {
        return request.method().name();
    }

    /** The path without its query, percent-encoding kept. */
    public String path() {
        return path;
    }

    /** Replaces the path, after doubled or trailing slashes were removed. */
    public void rewritePath(String cleaned) {
        this.path = cleaned;
    }

    /** The raw query string, or null. */
    public @Nullable String rawQuery() {
        return request.query();
    }

    /** The request target's length in characters, as servers limit it. */
    public int targetLength() {
        return request.uri().length();
    }

    /** A query parameter, decoded, or null. */
    public @Nullable String query(String name) {
        return request.params().get(name);
    }

    /** Names of all query parameters. */
    public List<String> queryNames() {
        return List.copyOf(request.params().names());
    }

    /** A request header, or null; names match without regard to case. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** All values of a repeated request header. */
    public List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    /** The request body, already unzipped. Empty when there is none. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The address the client used, such as {@code http://127.0.0.1:8090}. */
    public String baseUrl() {
        String host = request.getHeader("Host");
        return (request.isSSL() ? "https://" : "http://") + (host == null ? "127.0.0.1" : host);
    }

    /** Sets a response header. */
    public Exchange set(String name, String value) {
        response.putHeader(name, value);
        return this;
    }

    /** Sends a whole response. */
    public void respond(int status, String contentType, byte[] content) throws IOException {
        response.setStatusCode(status);
        response.putHeader("Content-Type", contentType);
        await(response.end(Buffer.buffer(content)));
    }

    /** Sends a whole response of UTF-8 text. */
    public void respond(int status, String contentType, String content) throws IOException {
        respond(status, contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a response without a body. */
    public void respondEmpty(int status) throws IOException {
        response.setStatusCode(status);
        await(response.end());
    }

    /** Starts a chunked response; the stream blocks while the client reads slowly and must be closed to end it. */
    public OutputStream stream(int status, String contentType) {
        response.setStatusCode(status);
        response.putHeader("Content-Type", contentType);
        response.setChunked(true);
        return new BlockingStream();
    }

    /** Ends the connection without a proper end of the response: what a broken network looks like to a client. */
    public void cut() {
        Future<Void> closing = request.connection().close();
        closing.onComplete(ignored -> {});
    }

    /** True once the status line was sent: an error can then only be shown by cutting the connection. */
    public boolean started() {
        return response.headWritten() || response.ended();
    }

    private static void await(Future<Void> done) throws IOException {
        try {
            done.toCompletionStage().toCompletableFuture().get(WRITE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the client went away", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the client did not read for " + WRITE_TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        }
    }

    private final class BlockingStream extends OutputStream {

        private Buffer pending = Buffer.buffer(BUFFER_BYTES + 4096);
        private boolean closed;

        @Override
        public void write(int value) throws IOException {
            pending.appendByte((byte) value);
            sendWhenFull();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            pending.appendBytes(bytes, offset, length);
            sendWhenFull();
        }

        private void sendWhenFull() throws IOException {
            if (pending.length() >= BUFFER_BYTES) {
                Buffer full = pending;
                pending = Buffer.buffer(BUFFER_BYTES + 4096);
                await(response.write(full));
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                await(pending.length() == 0 ? response.end() : response.end(pending));
            }
        }
    }
}
