package dev.minori.simulators.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An exchange over the network. */
final class NetworkExchange implements Exchange {

    private static final int WRITE_TIMEOUT_SECONDS = 120;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final byte[] body;
    private final @Nullable Path upload;
    private String path;
    private long bodyLimit = Long.MAX_VALUE;

    NetworkExchange(HttpServerRequest request, byte[] body, @Nullable Path upload) {
        this.upload = upload;
        this.request = request;
        this.response = request.response();
        this.body = body;
        this.path = request.path() == null ? "/" : request.path();
    }

    @Override
    public String method() {
        return request.method().name();
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
        return request.query();
    }

    @Override
    public int targetLength() {
        return request.uri().length();
    }

    @Override
    public @Nullable String query(String name) {
        return request.params().get(name);
    }

    @Override
    public List<String> queryNames() {
        return List.copyOf(request.params().names());
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public Optional<Path> upload() {
        return Optional.ofNullable(upload);
    }

    @Override
    public String baseUrl() {
        String host = request.getHeader("Host");
        return (request.isSSL() ? "https://" : "http://") + (host == null ? "127.0.0.1" : host);
    }

    @Override
    public Exchange set(String name, String value) {
        response.putHeader(name, value);
        return this;
    }

    @Override
    public void respond(int status, String contentType, byte[] content) throws IOException {
        respond(status, contentType, ByteBuffer.wrap(content));
    }

    @Override
    public void respond(int status, String contentType, ByteBuffer content) throws IOException {
        response.setStatusCode(status);
        response.putHeader("Content-Type", contentType);
        int length = content.remaining();
        if (length <= bodyLimit) {
            await(response.end(buffer(content)));
            return;
        }
        response.putHeader("Content-Length", String.valueOf(length));
        await(response.write(buffer(content.slice(content.position(), (int) bodyLimit))));
        cut();
    }

    /** Around the very bytes: {@code Buffer.buffer(byte[])} would copy a megabyte for each page. */
    @SuppressWarnings("deprecation") // Vert.x 4 has no other way, and 5 has one in its stead
    private static Buffer buffer(ByteBuffer content) {
        return Buffer.buffer(Unpooled.wrappedBuffer(content));
    }

    @Override
    public void respondEmpty(int status) throws IOException {
        response.setStatusCode(status);
        await(response.end());
    }

    @Override
    public OutputStream stream(int status, String contentType) {
        response.setStatusCode(status);
        response.putHeader("Content-Type", contentType);
        response.setChunked(true);
        return new BlockingStream();
    }

    @Override
    public void cut() {
        Future<Void> closing = request.connection().close();
        closing.onComplete(ignored -> {});
    }

    @Override
    public void reset() {
        if (request.connection() instanceof HttpServerConnection connection) {
            // A socket that does not linger is not closed but reset.
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        cut();
    }

    @Override
    public void cutAfter(int bytes) {
        bodyLimit = bytes;
    }

    @Override
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
        private long taken;
        private boolean closed;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (taken + length > bodyLimit) {
                pending.appendBytes(bytes, offset, (int) (bodyLimit - taken));
                await(response.write(pending));
                closed = true;
                throw new IOException("the answer was cut, as ordered");
            }
            taken += length;
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
