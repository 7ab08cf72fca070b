package dev.minori.console.proxy;

import dev.minori.console.platform.ConsoleConfig;
import dev.minori.console.problem.ConsoleProblem;
import dev.minori.console.problem.Problems;
import dev.minori.console.session.WriteGuard;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forwards {@code /api/<service>/v1/…} to {@code /api/v1/…} of the service, with the token of the person who is signed
 * in. Bodies stream both ways; live streams (server-sent events) stay open for as long as both ends want.
 */
@ApplicationScoped
class ServiceProxy {
    private static final Pattern PATH = Pattern.compile("/api/([a-z]+)/v1(/.*)");
    private static final String SESSION = "/api/session";
    private static final int ORDER = 100;
    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 1_000;

    private final ConsoleConfig config;
    private final WriteGuard writes;
    private final HttpClient requests;
    private final HttpClient streams;

    ServiceProxy(Vertx vertx, ConsoleConfig config, WriteGuard writes) {
        this.config = config;
        this.writes = writes;
        this.requests = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        // Apart, because each stays open for hours and must not take a place from those that last milliseconds.
        this.streams = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(STREAMS));
    }

    void routes(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(SESSION)) {
            context.next();
            return;
        }
        Matcher parts = PATH.matcher(path);
        Optional<Upstream> upstream = parts.matches() ? Upstream.find(parts.group(1)) : Optional.empty();
        if (upstream.isEmpty()) {
            Problems.answer(context, ConsoleProblem.NOT_FOUND, "このパスはありません: " + path, "There is nothing at " + path);
            return;
        }
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            throw new IllegalStateException("the policy of /api/* lets nobody through who is not signed in");
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        if (!writes.allows(context, identity.getPrincipal().getName())) {
            Problems.answer(
                    context,
                    ConsoleProblem.CROSS_SITE_REQUEST,
                    "画面を再読み込みしてから、もう一度操作してください。",
                    "Reload the page and try again.");
            return;
        }
        String query = context.request().query();
        forward(
                context,
                upstream.get(),
                "/api/v1" + parts.group(2) + (query == null ? "" : "?" + query),
                identity.getCredential(AccessTokenCredential.class).getToken());
    }

    private void forward(RoutingContext context, Upstream upstream, String uri, String token) {
        Optional<URI> base = upstream.url(config);
        if (base.isEmpty()) {
            unreachable(context, upstream);
            return;
        }
        HttpServerRequest request = context.request();
        request.pause();
        boolean stream = String.valueOf(request.getHeader("Accept")).contains("text/event-stream");
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(base.get().resolve(uri).toString())
                .setMethod(request.method())
                .setConnectTimeout(config.console().connectTimeout().toMillis())
                .setIdleTimeout(stream ? 0 : config.console().answerTimeout().toMillis());
        (stream ? streams : requests)
                .request(options)
                .compose(outgoing -> send(request, outgoing, token))
                .onSuccess(answer -> pass(context, upstream, answer))
                .onFailure(failure -> fail(context, upstream, failure));
    }

    private static Future<HttpClientResponse> send(
            HttpServerRequest request, HttpClientRequest outgoing, String token) {
        ProxyHeaders.copyRequest(request.headers(), outgoing.headers());
        outgoing.putHeader("Authorization", "Bearer " + token);
        if (request.remoteAddress() != null && request.remoteAddress().hostAddress() != null) {
            outgoing.putHeader("X-Forwarded-For", request.remoteAddress().hostAddress());
        }
        // The browser went away: the service need not go on.
        request.response().closeHandler(_ -> outgoing.reset());
        boolean hasBody = request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
        return hasBody ? outgoing.send(request) : outgoing.send();
    }

    private static void pass(RoutingContext context, Upstream upstream, HttpClientResponse answer) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.statusCode());
        ProxyHeaders.copyResponse(answer.headers(), response.headers());
        if (answer.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(failure -> {
            Log.debugf(failure, "the answer of %s was cut off", upstream.key());
            response.reset();
        });
    }

    private static void fail(RoutingContext context, Upstream upstream, Throwable failure) {
        if (context.response().closed()) {
            return;
        }
        Log.infof("%s did not answer %s: %s", upstream.key(), context.normalizedPath(), failure);
        context.request().resume(); // what is left of the body is read and dropped, so that the answer gets through
        if (failure instanceof TimeoutException) {
            Problems.answer(
                    context,
                    ConsoleProblem.SERVICE_TIMEOUT,
                    upstream.key(),
                    upstream.japaneseName() + "が時間内に応答しませんでした。しばらくしてから、もう一度お試しください。",
                    upstream.englishName() + " did not answer in time. Try again in a moment.");
        } else {
            unreachable(context, upstream);
        }
    }

    private static void unreachable(RoutingContext context, Upstream upstream) {
        context.response().putHeader("Retry-After", "5");
        Problems.answer(
                context,
                ConsoleProblem.SERVICE_UNREACHABLE,
                upstream.key(),
                upstream.japaneseName() + "に接続できません。ほかの機能はそのまま使えます。",
                upstream.englishName() + " cannot be reached. Everything else goes on working.");
    }
}
