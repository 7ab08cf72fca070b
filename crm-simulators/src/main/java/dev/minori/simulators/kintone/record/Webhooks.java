package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.app.Webhook;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Tells others of changes of single records. What many records are changed by tells nothing; beyond sixty notifications
 * a minute, and beyond one megabyte, they are dropped; nothing is signed and nothing tried again. Source: kintone help,
 * https://jp.cybozu.help/k/en/user/app_settings/set_webhook/webhook_notification.html and "Limitations on Webhook".
 */
public final class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final int MAX_A_MINUTE = 60;
    private static final int MAX_BYTES = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Records records;
    private final Clock clock;
    private final Executor background;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private long minute;
    private int sentInMinute;

    /** @param background runs what is sent */
    public Webhooks(Records records, Clock clock, Executor background) {
        this.records = records;
        this.clock = clock;
        this.background = background;
    }

    /** A record was added or changed, or its status was. */
    void changed(KintoneCall call, App app, String event, long id) throws IOException, SQLException {
        List<Webhook> listening = listening(call, app, event);
        if (listening.isEmpty()) {
            return;
        }
        RecordRights rights = records.rights(app, call);
        JsonBytes shown = new JsonBytes(2048);
        records.database().run(connection -> records.document(connection, shown, app, id, rights));
        JsonNode record = Json.MAPPER.readTree(shown.copy());
        Map<String, Object> body = envelope(app, event);
        body.put("record", record);
        body.put("recordTitle", title(app, record));
        body.put("url", link(call, app, id));
        send(listening, body);
    }

    /** Somebody wrote a comment. */
    void commented(KintoneCall call, App app, long id, Map<String, Object> comment) throws IOException {
        List<Webhook> listening = listening(call, app, "ADD_RECORD_COMMENT");
        if (!listening.isEmpty()) {
            Map<String, Object> body = envelope(app, "ADD_RECORD_COMMENT");
            body.put("recordId", String.valueOf(id));
            body.put("comment", comment);
            body.put("url", link(call, app, id) + "&comment=" + comment.get("id"));
            send(listening, body);
        }
    }

    private static List<Webhook> listening(KintoneCall call, App app, String event) {
        return app.webhooks().stream()
                .filter(webhook -> call.alone() && webhook.events().contains(event))
                .toList();
    }

    private static Map<String, Object> envelope(App app, String event) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", String.valueOf(app.id()));
        told.put("name", app.name());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID().toString());
        body.put("type", event);
        body.put("app", told);
        return body;
    }

    /** The first text of a record is its title where nobody chose another. */
    private static String title(App app, JsonNode record) {
        return app.fields().stream()
                .filter(field -> field.type() == FieldType.SINGLE_LINE_TEXT)
                .map(AppField::code)
                .findFirst()
                .map(code -> record.path(code).path("value").asText(""))
                .orElseGet(() -> record.path("$id").path("value").asText());
    }

    private static String link(KintoneCall call, App app, long id) {
        return call.exchange().baseUrl() + "/k/" + app.id() + "/show#record=" + id;
    }

    private void send(List<Webhook> listening, Map<String, Object> body) {
        byte[] bytes = Json.bytes(body);
        for (Webhook webhook : listening) {
            if (bytes.length > MAX_BYTES || !room()) {
                LOG.log(Level.INFO, "a notification to {0} was dropped", webhook.url());
            } else {
                background.execute(() -> post(webhook.url(), bytes));
            }
        }
    }

    private synchronized boolean room() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            sentInMinute = 0;
        }
        return ++sentInMinute <= MAX_A_MINUTE;
    }

    private void post(String url, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            LOG.log(Level.DEBUG, "{0} answered {1}", url, answer.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.INFO, "a notification to {0} failed: {1}", url, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
