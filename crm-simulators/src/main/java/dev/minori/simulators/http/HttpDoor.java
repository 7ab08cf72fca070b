package dev.minori.simulators.http;

import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A listening HTTP/1.1 server. Request bodies may be gzip-compressed; responses are, when the client asks for it. */
public final class HttpDoor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpDoor.class.getName());
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int START_SECONDS = 20;

    private static final Pattern LARGE = Pattern.compile(".*/jobs/ingest/[^/]+/batches/?");

    private final HttpServer server;
    private final FileSystem files;
    private final Executor virtualThreads;
    private final Handler handler;

    private HttpDoor(Vertx vertx, Executor virtualThreads, Handler handler, @Nullable LocalCertificate certificate) {
        this.files = vertx.fileSystem();
        this.virtualThreads = virtualThreads;
        this.handler = handler;
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setCompressionLevel(1)
                .setDecompressionSupported(true)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(MAX_HEADER_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
        if (certificate != null) {
            options.setSsl(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(certificate.keys().toString())
                            .setPassword(certificate.password()));
        }
        this.server = vertx.createHttpServer(options);
        server.requestHandler(this::receive);
    }

    /** Listens on host and port (0 picks a free one) and hands every request to the handler. */
    public static HttpDoor open(Vertx vertx, Executor virtualThreads, String host, int port, Handler handler)
            throws IOException {
        return open(vertx, virtualThreads, host, port, handler, null);
    }

    /** {@link #open} with TLS when there is a certificate. */
    public static HttpDoor open(
            Vertx vertx,
            Executor virtualThreads,
            String host,
            int port,
            Handler handler,
            @Nullable LocalCertificate certificate)
            throws IOException {
        HttpDoor door = new HttpDoor(vertx, virtualThreads, handler, certificate);
        try {
            door.server
                    .listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
            return door;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening port " + port, e);
        }
    }

    /** The port that is really listened on. */
    public int port() {
        return server.actualPort();
    }

    private void receive(HttpServerRequest request) {
        if (LARGE.matcher(request.path() == null ? "/" : request.path()).matches()) {
            upload(request);
            return;
        }
        request.body()
                .onSuccess(body ->
                        virtualThreads.execute(() -> answer(new NetworkExchange(request, body.getBytes(), null))))
                .onFailure(e -> LOG.log(Level.DEBUG, "request body was cut off", e));
    }

    /** Bodies of up to 150 MB go to disk as they come. */
    private void upload(HttpServerRequest request) {
        request.pause();
        files.createTempFile("minori-upload-", ".csv")
                .compose(name -> files.open(name, new OpenOptions())
                        .compose(request::pipeTo)
                        .map(Path.of(name)))
                .onSuccess(file -> virtualThreads.execute(() -> {
                    answer(new NetworkExchange(request, new byte[0], file));
                    discard(file);
                }))
                .onFailure(e -> LOG.log(Level.DEBUG, "upload was cut off", e));
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "upload " + file + " was not removed", e);
        }
    }

    private void answer(Exchange exchange) {
        try {
            handler.handle(exchange);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "response was cut off", e);
            exchange.cut();
        } catch (Exception | Error e) {
            // An error too: a client that is never answered waits for ever.
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            exchange.cut();
        }
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "port was not closed cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
