package dev.minori.notification.channel.http;

import dev.minori.kit.net.AddressGuard;
import dev.minori.kit.profile.Profile;
import dev.minori.notification.channel.Handover;
import dev.minori.notification.channel.WebhookPost;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves a name once, decides on the numbers, connects to exactly the number it decided on (so that a name that
 * changes in between gains nothing), speaks TLS for the name, follows no redirect and reads no more than it needs.
 */
@ApplicationScoped
class GuardedWebhookPost implements WebhookPost {
    private static final int MAX_BODY_BYTES = 4_096;
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(6);

    private final WebhookConfig config;
    private final boolean loopbackAllowed;
    private final Resolver resolver;
    private final HttpClient client;

    @Inject
    GuardedWebhookPost(WebhookConfig config, Profile profile, Vertx vertx) {
        this(config, config.allowLoopback() && profile.isLocal(), vertx, InetAddress::getAllByName);
    }

    GuardedWebhookPost(WebhookConfig config, boolean loopbackAllowed, Vertx vertx, Resolver resolver) {
        this.config = config;
        this.loopbackAllowed = loopbackAllowed;
        this.resolver = resolver;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxInitialLineLength(2_048)
                .setMaxHeaderSize(16_384)
                .setMaxPoolSize(32));
    }

    /** Turns a name into addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public void check(URI address) throws RefusedAddress {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean plain = "http".equalsIgnoreCase(address.getScheme());
        if (!secure && !(plain && loopbackAllowed)) {
            throw new RefusedAddress("the address must begin with https://");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new RefusedAddress("the address must be https://host/path, without user name and fragment");
        }
        try {
            reachable(address, plain);
        } catch (UnknownHostException _) {
            // Not this check's business: a name server may be down now and up when something is to be sent.
        }
    }

    @Override
    public Result post(URI address, String json, Handover handover) {
        InetAddress target;
        try {
            check(address);
            target = reachable(address, "http".equalsIgnoreCase(address.getScheme()));
        } catch (RefusedAddress refused) {
            return new Result.Refused(messageOf(refused));
        } catch (UnknownHostException unknown) {
            return new Result.NotSent("no address for host " + address.getHost());
        }
        HttpClientRequest request;
        try {
            request = await(client.request(options(address, target)), config.connectTimeout());
        } catch (ExecutionException | TimeoutException failed) {
            return new Result.NotSent("no connection: " + messageOf(failed));
        }
        if (!handover.begin()) {
            request.reset();
            return new Result.Withdrawn();
        }
        try {
            return await(request.send(Buffer.buffer(json)).compose(GuardedWebhookPost::read), config.answerTimeout());
        } catch (ExecutionException | TimeoutException failed) {
            request.reset();
            return new Result.Unknown("no answer: " + messageOf(failed));
        }
    }

    /** The number to connect to. Every number of the name must be public, else the name is not to be trusted. */
    private InetAddress reachable(URI address, boolean plain) throws RefusedAddress, UnknownHostException {
        String host = address.getHost();
        String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] found = resolver.resolve(literal);
        for (InetAddress each : found) {
            boolean allowed = each.isLoopbackAddress() ? loopbackAllowed : !plain && AddressGuard.isPublic(each);
            if (!allowed) {
                throw new RefusedAddress("the host " + host + " is not on the public internet");
            }
        }
        return found[0];
    }

    private static RequestOptions options(URI address, InetAddress target) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, target.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(path + query)
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.USER_AGENT, "Minori");
    }

    /** Reads the beginning of the answer; whatever follows it is thrown away with the connection. */
    private static Future<Result> read(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        io.vertx.core.Promise<Result> done = io.vertx.core.Promise.promise();
        Runnable finish = () -> done.tryComplete(new Result.Answered(
                response.statusCode(), body.toString(StandardCharsets.UTF_8), retryAfter(response)));
        response.handler(chunk -> {
            body.appendBuffer(chunk.slice(0, Math.min(chunk.length(), MAX_BODY_BYTES - body.length())));
            if (body.length() >= MAX_BODY_BYTES) {
                finish.run();
                response.request().connection().close();
            }
        });
        response.endHandler(_ -> finish.run());
        response.exceptionHandler(done::tryFail);
        return done.future();
    }

    /** Seconds only, as chat systems send it; a date is read as absent. */
    private static @org.jspecify.annotations.Nullable Duration retryAfter(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader(HttpHeaders.RETRY_AFTER))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : asked)
                .orElse(null);
    }

    private static <T> T await(Future<T> future, Duration atMost) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("the service is stopping", stopped);
        }
    }

    private static String messageOf(Exception failed) {
        Throwable cause =
                failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return List.of(message.split("\\R", 2)).getFirst();
    }
}
