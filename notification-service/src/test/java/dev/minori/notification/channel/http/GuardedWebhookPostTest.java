package dev.minori.notification.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.notification.channel.WebhookPost.Result;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing reaches inside, and what is claimed of a request is what the other side of the socket saw. */
class GuardedWebhookPostTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket trap;
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @BeforeEach
    void listen() throws IOException {
        trap = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!trap.isClosed()) {
                try (Socket client = trap.accept()) {
                    connections.incrementAndGet();
                    converse(client);
                } catch (IOException gone) {
                    // The client or the test hung up.
                }
            }
        });
    }

    @AfterEach
    void hangUp() throws IOException {
        trap.close();
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void postsAndReadsTheAnswer() {
        assertThat(post(true, "http://127.0.0.1:" + trap.getLocalPort() + "/hooks/x?y=1"))
                .isEqualTo(new Result.Answered(200, "ok", null));
    }

    @Test
    void readsRetryAfterInSecondsUpToSixHours() {
        answer = "HTTP/1.1 429 Too Many\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n";
        assertThat(post(true, trapUrl())).isEqualTo(new Result.Answered(429, "", Duration.ofSeconds(30)));
        answer = "HTTP/1.1 429 Too Many\r\nRetry-After: 999999999\r\nContent-Length: 0\r\n\r\n";
        assertThat(post(true, trapUrl())).isEqualTo(new Result.Answered(429, "", Duration.ofHours(6)));
        answer = "HTTP/1.1 503 Down\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\nContent-Length: 0\r\n\r\n";
        assertThat(post(true, trapUrl())).isEqualTo(new Result.Answered(503, "", null));
    }

    @Test
    void followsNoRedirect() {
        answer = "HTTP/1.1 302 Found\r\nLocation: " + trapUrl() + "\r\nContent-Length: 0\r\n\r\n";

        assertThat(post(true, trapUrl())).isEqualTo(new Result.Answered(302, "", null));
        assertThat(connections).hasValue(1);
    }

    @Test
    void readsNoMoreThanItNeeds() {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n" + "x".repeat(200_000);

        assertThat(post(true, trapUrl()))
                .isInstanceOfSatisfying(
                        Result.Answered.class,
                        answered -> assertThat(answered.body()).hasSize(4_096));
    }

    @Test
    void aMissingAnswerIsUnknown() {
        answer = "";
        assertThat(post(true, trapUrl())).isInstanceOf(Result.Unknown.class);
    }

    @Test
    void nothingIsSentWhenTheHandoverIsRefused() {
        assertThat(poster(true, InetAddress::getAllByName).post(URI.create(trapUrl()), "{}", () -> false))
                .isEqualTo(new Result.Withdrawn());
    }

    @Test
    void aClosedPortAndAnUnknownNameAreNotSent() throws IOException {
        String url = trapUrl();
        trap.close();
        assertThat(post(true, url)).isInstanceOf(Result.NotSent.class);
        assertThat(poster(false, host -> {
                            throw new UnknownHostException(host);
                        })
                        .post(URI.create("https://hooks.example/x"), "{}", () -> true))
                .isInstanceOf(Result.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "https://127.0.0.1:PORT/",
                "https://localhost:PORT/",
                "https://127.1:PORT/",
                "https://2130706433:PORT/",
                "https://0x7f000001:PORT/",
                "https://017700000001:PORT/",
                "https://0.0.0.0:PORT/",
                "https://[::1]:PORT/",
                "https://[::]:PORT/",
                "https://[::ffff:127.0.0.1]:PORT/",
                "https://[0:0:0:0:0:ffff:7f00:1]:PORT/",
                "https://[::127.0.0.1]:PORT/",
                "https://[64:ff9b::7f00:1]:PORT/",
                "https://[2002:7f00:1::]:PORT/",
                "https://[fe80::1]:PORT/",
                "https://[fd00::1]:PORT/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/",
                "https://100.100.100.200/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://user@127.0.0.1:PORT/",
                "https://hooks.example@127.0.0.1:PORT/",
                "https://127.0.0.1:PORT/#x",
                "gopher://127.0.0.1:PORT/",
                "ftp://127.0.0.1:PORT/",
                "file:///etc/passwd",
                "https:///x",
                "https:x"
            })
    void theInsideIsNeverConnectedTo(String url) {
        Result result = post(false, url.replace("PORT", Integer.toString(trap.getLocalPort())));

        assertThat(result).isInstanceOfAny(Result.Refused.class, Result.NotSent.class);
        assertThat(connections).hasValue(0);
    }

    @Test
    void aNameThatAlsoPointsInsideIsNotTrusted() throws UnknownHostException {
        InetAddress[] mixed = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")};

        assertThat(poster(false, _ -> mixed).post(URI.create("https://rebind.example/"), "{}", () -> true))
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void aNameThatChangesBetweenCheckAndConnectionGainsNothing() throws UnknownHostException {
        AtomicInteger asked = new AtomicInteger();
        InetAddress inside = InetAddress.getByName("127.0.0.1");
        InetAddress outside = InetAddress.getByName("192.0.1.1");
        GuardedWebhookPost poster =
                poster(false, _ -> new InetAddress[] {asked.incrementAndGet() <= 1 ? outside : inside});

        Result result =
                poster.post(URI.create("https://rebind.example:" + trap.getLocalPort() + "/"), "{}", () -> true);

        assertThat(result).isInstanceOfAny(Result.Refused.class, Result.NotSent.class);
        assertThat(connections).hasValue(0);
    }

    private String trapUrl() {
        return "http://127.0.0.1:" + trap.getLocalPort() + "/";
    }

    private static Result post(boolean loopback, String url) {
        return poster(loopback, InetAddress::getAllByName).post(URI.create(url), "{\"text\":\"試験\"}", () -> true);
    }

    private static GuardedWebhookPost poster(boolean loopback, GuardedWebhookPost.Resolver resolver) {
        return new GuardedWebhookPost(new Settings(), loopback, VERTX, resolver);
    }

    private void converse(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        byte[] buffer = new byte[8_192];
        int read = in.read(buffer);
        if (read < 0 || answer.isEmpty()) {
            return;
        }
        OutputStream out = client.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private record Settings() implements WebhookConfig {
        @Override
        public boolean allowLoopback() {
            return false;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(20);
        }
    }
}
