package dev.minori.sync.source.http;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceReach;
import dev.minori.sync.source.SpentCalls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to a source system, counts them and repeats what may be repeated. A call ends within its time limit,
 * its body included: Salesforce counts requests of 20 seconds and more against a limit of 25 at once.
 */
public final class HttpCaller {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(19);
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(2);
    private static final Set<Integer> PASSING = Set.of(420, 429, 500, 502, 503, 504);
    private static final int TRIES = 4;

    private final SourceReach reach;
    private final CallGate gate;
    private final HttpClient client;

    public HttpCaller(SourceReach reach) {
        // HTTP/1.1, no redirects to elsewhere.
        this(
                reach,
                CallGate.OPEN,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    private HttpCaller(SourceReach reach, CallGate gate, HttpClient client) {
        this.reach = reach;
        this.gate = gate;
        this.client = client;
    }

    /** The same way out, behind a gate that every single request passes, repeated ones too. */
    public HttpCaller behind(CallGate other) {
        return new HttpCaller(reach, other, client);
    }

    /** The gate that requests pass. */
    public CallGate gate() {
        return gate;
    }

    /** Sends a request that changes nothing and repeats it while the other side is overloaded or away. */
    public HttpResponse<byte[]> read(HttpRequest request) {
        return repeat(request, BodyHandlers.ofByteArray(), CALL_LIMIT);
    }

    /** Sends a request once. */
    public HttpResponse<byte[]> once(HttpRequest request) {
        try {
            return send(request, BodyHandlers.ofByteArray(), CALL_LIMIT);
        } catch (IOException failed) {
            throw unreachable(request, failed);
        }
    }

    /** Like {@link #read}, with the body in a file. */
    public HttpResponse<Path> download(HttpRequest request, Path target) {
        return repeat(request, BodyHandlers.ofFile(target), DOWNLOAD_LIMIT);
    }

    private <T> HttpResponse<T> repeat(HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration limit) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<T> response = send(request, handler, limit);
                if (!PASSING.contains(response.statusCode()) || attempt == TRIES) {
                    return response;
                }
            } catch (IOException failed) {
                if (attempt == TRIES) {
                    throw unreachable(request, failed);
                }
            }
            pause(attempt);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration limit)
            throws IOException {
        if (!reach.allows(request.uri())) {
            throw outOfReach(request.uri().getHost());
        }
        gate.pass();
        SpentCalls.note();
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no complete answer within " + limit.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceFailure.UNREACHABLE, new Wording("中断されました。", "The call was interrupted."), null, stopped);
        }
    }

    private static void pause(int attempt) {
        try {
            long base = 250L << attempt;
            Thread.sleep(base + ThreadLocalRandom.current().nextLong(base));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceFailure.UNREACHABLE, new Wording("中断されました。", "The call was interrupted."), null, stopped);
        }
    }

    /** Also where a source itself says to go on: it may name any host. */
    private static SourceException outOfReach(String host) {
        return new SourceException(
                SourceFailure.REFUSED,
                new Wording(
                        host + " は内部ネットワークを指しているため接続しません。",
                        host + " leads into the internal network and is not called."));
    }

    private static SourceException unreachable(HttpRequest request, IOException failed) {
        String host = request.uri().getHost()
                + (request.uri().getPort() < 0 ? "" : ":" + request.uri().getPort());
        return new SourceException(
                SourceFailure.UNREACHABLE,
                new Wording(host + " から応答がありません。", host + " does not answer: " + failed.getMessage()),
                null,
                failed);
    }
}
