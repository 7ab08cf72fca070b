package dev.minori.notification.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.events.DeliveryEvent;
import dev.minori.events.DeliveryEvent.DeliveryChanged;
import dev.minori.events.DirectoryEvent.MemberChanged;
import dev.minori.events.DirectoryEvent.WorkspaceChanged;
import dev.minori.events.Envelope;
import dev.minori.events.MessageKey;
import dev.minori.events.MinoriEvent;
import dev.minori.events.NotificationEvent;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.events.Origin;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.testing.Tokens;
import dev.minori.notification.template.TemplateFixtures;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A workspace of its own with one member and the starter templates, told through the service's real doors. */
public final class Story {
    public final UUID workspace = UUID.randomUUID();
    public final UUID hanako = UUID.randomUUID();
    public final UUID customer = UUID.randomUUID();
    public final String mailbox = "hanako-" + workspace.toString().substring(0, 8) + "@minori-demo.example";
    private long sequence;

    /** Tells the service of workspace and member, and publishes the starter templates. The member has no bell. */
    public static Story begin() {
        Story story = beginWithBell();
        story.as("csm")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("email", true, "inApp", false))
                .put("/api/v1/preferences/" + story.hanako)
                .then()
                .statusCode(200);
        return story;
    }

    /** Like {@link #begin}; the member has what members have who chose nothing: mail and bell. */
    public static Story beginWithBell() {
        Story story = new Story();
        story.tell(
                "workspace-directory",
                MessageKey.directory(story.workspace, "workspace", story.workspace),
                new WorkspaceChanged(1, "みのりデモ株式会社", "Asia/Tokyo", 4, "JPY", "all"),
                Origin.LIVE);
        story.member(1, "ja", true);
        story.awaitMember();
        for (String key : List.of("alert-opened", "playbook-mail")) {
            story.publish(key);
        }
        return story;
    }

    /** Publishes a starter template. */
    public void publish(String key) {
        as("cs-ops")
                .contentType("application/yaml; charset=UTF-8")
                .header("If-Match", "*")
                .body(TemplateFixtures.starter(key))
                .put("/api/v1/templates/" + key + "?publish=true")
                .then()
                .statusCode(200);
    }

    public void member(long version, String language, boolean active) {
        tell(
                "workspace-directory",
                MessageKey.directory(workspace, "member", hanako),
                new MemberChanged(
                        version, hanako, "hanako", "佐藤花子", mailbox, language, "Asia/Tokyo", List.of(), active),
                Origin.LIVE);
    }

    /** Lets customer success managers see only what concerns themselves and their teams. */
    public void limitSight() {
        tell(
                "workspace-directory",
                MessageKey.directory(workspace, "workspace", workspace),
                new WorkspaceChanged(2, "みのりデモ株式会社", "Asia/Tokyo", 4, "JPY", "owner-and-team"),
                Origin.LIVE);
    }

    /** Tells of a member in these teams. */
    public void member(UUID id, long version, String subject, UUID... teams) {
        tell(
                "workspace-directory",
                MessageKey.directory(workspace, "member", id),
                new MemberChanged(
                        version,
                        id,
                        subject,
                        subject,
                        subject.equals("hanako") ? mailbox : subject + "@minori-demo.example",
                        "ja",
                        "Asia/Tokyo",
                        List.of(teams),
                        true),
                Origin.LIVE);
    }

    /** The directory comes over Kafka, and nothing but waiting says that it has arrived. */
    private void awaitMember() {
        await("member " + hanako)
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(() ->
                        as("viewer").get("/api/v1/recipients/" + hanako).then().statusCode(200));
    }

    /** Asks for an alert mail to the member; gives the request's id. */
    public UUID request() {
        return request(UUID.randomUUID(), Origin.LIVE, List.of());
    }

    public UUID request(UUID requestId, Origin origin, List<UUID> quotes) {
        notify(
                new NotificationRequested(
                        customer,
                        requestId,
                        "alert-opened",
                        List.of(hanako),
                        Map.of(
                                "customerName", "株式会社みのり商店",
                                "title.ja", "利用が大きく減っています",
                                "title.en", "Usage has dropped",
                                "quote", "見積もりをお願いします",
                                "alertLink", "/alerts/" + requestId),
                        quotes),
                origin);
        return requestId;
    }

    public void notify(NotificationEvent event, Origin origin) {
        tell("notifications", MessageKey.customer(workspace, customer), event, origin);
    }

    /** The only delivery of a request, with its attempts. */
    public JsonPath delivery(UUID requestId) {
        List<String> ids = as("csm")
                .get("/api/v1/deliveries?requestId=" + requestId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        if (ids.size() != 1) {
            throw new AssertionError("deliveries of the request: " + ids);
        }
        return as("csm")
                .get("/api/v1/deliveries/" + ids.getFirst())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the only delivery of a request is in that state. */
    public JsonPath awaitState(UUID requestId, String state) {
        await("delivery of " + requestId + " " + state)
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(
                        () -> assertThat(delivery(requestId).getString("state")).isEqualTo(state));
        return delivery(requestId);
    }

    /** What the other services were told of a request, in order. */
    public List<DeliveryChanged> news(UUID requestId) {
        List<DeliveryChanged> news = new ArrayList<>();
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "bootstrap.servers",
                config("minori.kafka.bootstrap"),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(config("minori.topic.prefix") + "deliveries"));
            await("news of " + requestId).atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(found -> {
                    Envelope<DeliveryEvent> envelope = read(found.value());
                    if (envelope.event() instanceof DeliveryChanged changed
                            && changed.requestId().equals(requestId)) {
                        news.add(changed);
                    }
                });
                return !news.isEmpty();
            });
        }
        return news;
    }

    private static Envelope<DeliveryEvent> read(byte[] payload) {
        try {
            return EventJson.mapper().readValue(payload, new TypeReference<Envelope<DeliveryEvent>>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A request of the member with these roles. */
    public RequestSpecification as(String... roles) {
        return asPerson("hanako", roles);
    }

    /** A request of a person with these roles. */
    public RequestSpecification asPerson(String subject, String... roles) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .auth()
                .oauth2(Tokens.of(subject, workspace, roles));
    }

    private void tell(String topic, String key, MinoriEvent event, Origin origin) {
        Envelope<MinoriEvent> envelope =
                new Envelope<>(UUID.randomUUID(), workspace, key, ++sequence, now(), origin, true, null, null, event);
        Properties properties = new Properties();
        properties.putAll(new HashMap<>(Map.of("bootstrap.servers", config("minori.kafka.bootstrap"))));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            config("minori.topic.prefix") + topic,
                            key,
                            EventJson.mapper().writeValueAsBytes(envelope)))
                    .get();
        } catch (JsonProcessingException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The time the service goes by. */
    private static Instant now() {
        return CDI.current().select(Clock.class).get().instant();
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
