package dev.minori.playbook.testing;

import com.fasterxml.jackson.databind.JavaType;
import dev.minori.events.DeliveryEvent;
import dev.minori.events.DirectoryEvent;
import dev.minori.events.Envelope;
import dev.minori.events.HealthBand;
import dev.minori.events.HealthEvent;
import dev.minori.events.HealthEvent.CustomerProfileChanged;
import dev.minori.events.HealthEvent.SegmentEntered;
import dev.minori.events.HealthEvent.SegmentLeft;
import dev.minori.events.HealthEvent.Subject;
import dev.minori.events.MessageKey;
import dev.minori.events.MinoriEvent;
import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.directory.DirectoryChannel;
import dev.minori.kit.inbox.InboundChannel;
import dev.minori.kit.inbox.MessageIntake;
import dev.minori.kit.inbox.ReceivedMessage;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.Tokens;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A workspace of its own for a test: people, customers, and messages that arrive as from the broker. */
@Dependent
public class Trial {
    private final MessageIntake intake;
    private final Instance<InboundChannel<?>> channels;
    private final Database database;
    private final Clock clock;

    public final UUID workspace = UUID.randomUUID();
    public final UUID hanako = UUID.randomUUID();
    public final UUID ichiro = UUID.randomUUID();
    private long version;

    Trial(MessageIntake intake, @Any Instance<InboundChannel<?>> channels, Database database, Clock clock) {
        this.intake = intake;
        this.channels = channels;
        this.database = database;
        this.clock = clock;
    }

    /** Two CSMs in a workspace in Tokyo where everybody sees all. */
    public Trial open() {
        return open("all");
    }

    public Trial open(String visibility) {
        directory(new DirectoryEvent.WorkspaceChanged(++version, "みのりデモ株式会社", "Asia/Tokyo", 4, "JPY", visibility));
        member(hanako, "hanako", "佐藤花子", List.of());
        member(ichiro, "ichiro", "田中一郎", List.of());
        return this;
    }

    public void member(UUID id, String subject, String name, List<UUID> teams) {
        directory(new DirectoryEvent.MemberChanged(
                ++version, id, subject, name, subject + "@minori-demo.example", "ja", "Asia/Tokyo", teams, true));
    }

    public void directory(DirectoryEvent event) {
        receive(DirectoryChannel.NAME, event, Origin.LIVE, UUID.randomUUID());
    }

    /** Installs the documents that come with the product, through the API. */
    public Trial install() {
        for (String rule : List.of("band-fell", "contract-ending", "mail-words")) {
            put("/api/v1/alert-rules/" + rule, resource("/starter/alert-rules/" + rule + ".yaml"));
        }
        put("/api/v1/playbooks/usage-drop-follow-up", resource("/starter/playbooks/usage-drop-follow-up.yaml"));
        return this;
    }

    public void put(String path, String yaml) {
        as("ops", "cs-ops")
                .contentType("application/yaml")
                .header("If-Match", "*")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .put(path + "?publish=true")
                .then()
                .statusCode(200);
    }

    public static String resource(String name) {
        try (InputStream stream = Trial.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A customer of hanako. */
    public UUID customer(String name) {
        return customer(name, hanako);
    }

    public UUID customer(String name, UUID owner) {
        UUID customer = UUID.randomUUID();
        health(
                new CustomerProfileChanged(
                        customer, ++version, name, null, "C-00042", owner, "活用", "ハイタッチ", List.of(), false),
                Origin.LIVE);
        return customer;
    }

    /** The customer enters a segment, by a change that happened now. */
    public UUID enters(UUID customer, String segment) {
        return enters(customer, segment, Origin.LIVE, Map.of("band", HealthBand.AT_RISK.name()));
    }

    public UUID enters(UUID customer, String segment, Origin origin, Map<String, String> evidence) {
        return enters(customer, segment, origin, new Subject(Dataset.CUSTOMER, customer, null), evidence);
    }

    public UUID enters(UUID customer, String segment, Origin origin, Subject subject, Map<String, String> evidence) {
        UUID membership = UUID.randomUUID();
        health(
                new SegmentEntered(
                        customer, membership, UUID.randomUUID(), 1, segment, subject, clock.instant(), evidence),
                origin);
        return membership;
    }

    public void leaves(UUID customer, String segment, UUID membership) {
        health(
                new SegmentLeft(
                        customer,
                        membership,
                        UUID.randomUUID(),
                        1,
                        segment,
                        new Subject(Dataset.CUSTOMER, customer, null),
                        clock.instant()),
                Origin.LIVE);
    }

    public void health(HealthEvent event, Origin origin) {
        health(event, origin, UUID.randomUUID());
    }

    /** As scoring-service sends it: what is silent takes the bulk lane. */
    public void health(HealthEvent event, Origin origin, UUID eventId) {
        receive(origin == Origin.LIVE ? "customer-health" : "customer-health-bulk", event, origin, eventId);
    }

    public void delivery(DeliveryEvent event) {
        receive("deliveries", event, Origin.LIVE, UUID.randomUUID());
    }

    private void receive(String name, MinoriEvent event, Origin origin, UUID eventId) {
        Envelope<MinoriEvent> envelope = new Envelope<>(
                eventId,
                workspace,
                MessageKey.customer(workspace, workspace),
                ++version,
                Instant.parse("2026-11-22T01:02:03Z"),
                origin,
                true,
                null,
                null,
                event);
        try {
            byte[] json = EventJson.mapper()
                    .writerFor(type(event))
                    .writeValueAsString(envelope)
                    .getBytes(StandardCharsets.UTF_8);
            InboundChannel<?> channel = channels.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            intake.receive(channel, new ReceivedMessage(name + "-0@" + version, null, json));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JavaType type(MinoriEvent event) {
        Class<?> topic = event.getClass().getInterfaces()[0];
        return EventJson.mapper().getTypeFactory().constructParametricType(Envelope.class, topic);
    }

    /** What has left for one topic, oldest first. */
    public <E extends MinoriEvent> List<Envelope<E>> sent(String topic, Class<E> type) {
        List<byte[]> payloads = inWorkspace(() -> database.query(
                "select payload from outbox_message where workspace_id = ? and topic = ? order by position",
                row -> row.bytes("payload"),
                workspace,
                topic));
        JavaType envelope = EventJson.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
        List<Envelope<E>> read = new ArrayList<>();
        for (byte[] payload : payloads) {
            try {
                read.add(EventJson.mapper().readValue(payload, envelope));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return read;
    }

    /** How many keys of this workspace are parked: a message that could not be applied. */
    public int parked() {
        return inWorkspace(() -> database.query(
                        "select message_key from parked_key where workspace_id = ?", row -> true, workspace)
                .size());
    }

    public <T> T inWorkspace(Supplier<T> work) {
        return WorkspaceContext.call(
                workspace, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** A request of somebody of this workspace. */
    public RequestSpecification as(String user, String... roles) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(user, workspace, roles))
                .header("Accept-Language", "ja")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)));
    }
}
