package dev.minori.kit.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of a stream of server-sent events that reads by the standard's rules. */
public final class Follower implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private volatile @Nullable String lastId;
    private volatile boolean ended;

    /** One event. */
    public record Event(String name, String data) {}

    public Follower(int port, String token, @Nullable String lastEventId) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/v1/changes"))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            lastId = lastEventId;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, data.toString()));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                }
            }
        } catch (IOException closed) {
            // The test hung up, or the server did: both end the stream.
        } finally {
            ended = true;
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<Event> events() {
        return events;
    }

    /** Data of the changes of a kind that were told so far. */
    public List<String> changes(String kind) {
        return events.stream()
                .filter(event -> event.name().equals("change"))
                .map(Event::data)
                .filter(data -> data.contains("\"kind\":\"" + kind + "\""))
                .toList();
    }

    public boolean heard(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    public @Nullable String lastId() {
        return lastId;
    }

    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
