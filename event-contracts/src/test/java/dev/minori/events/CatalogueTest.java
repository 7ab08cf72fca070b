package dev.minori.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The event catalogue in docs/events tells of every topic and type there is, and of no other. */
class CatalogueTest {
    private static final Path DOCS = Path.of("../docs/events");
    private static final Path ASYNC_API = DOCS.resolve("asyncapi.yaml");

    @Test
    void everyTypeAndTopicIsExplained() throws IOException {
        String readme = Files.readString(DOCS.resolve("README.md"));
        List<String> explained = readme.lines()
                .filter(line -> line.startsWith("| `") && line.contains(".v"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(Contracts.eventTypes().keySet());
        for (Topic topic : Topic.values()) {
            assertThat(readme).contains("`" + topic.topicName() + "`");
        }
    }

    @Test
    void asyncApiIsThatOfTheContracts() throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(ASYNC_API, asyncApi());
        }
        assertThat(Files.readString(ASYNC_API))
                .as("write it anew with -Dcontracts.write=true")
                .isEqualTo(asyncApi());
    }

    private static String asyncApi() {
        StringBuilder yaml = new StringBuilder("""
                # Written by CatalogueTest from the contracts; change those.
                asyncapi: 3.0.0
                info:
                  title: Minori events
                  version: 1.0.0
                  description: >-
                    What the services tell each other over Kafka. Every message is an envelope; its event is one of the
                    types below. At least once, in order per key.
                  license:
                    name: Apache-2.0
                defaultContentType: application/json
                channels:
                """);
        topics().forEach((topic, types) -> {
            yaml.append("  ").append(topic.topicName()).append(":\n");
            yaml.append("    address: ").append(topic.topicName()).append('\n');
            yaml.append("    messages:\n");
            types.forEach(type -> yaml.append("      ")
                    .append(type)
                    .append(":\n        $ref: '#/components/messages/")
                    .append(type)
                    .append("'\n"));
            yaml.append("    bindings:\n      kafka:\n        partitions: ")
                    .append(Topic.PARTITIONS)
                    .append('\n');
        });
        yaml.append("components:\n  messages:\n");
        for (String type : Contracts.eventTypes().keySet()) {
            yaml.append("""
                        %1$s:
                          name: %1$s
                          payload:
                            allOf:
                              - $ref: '../../event-contracts/src/main/resources/schemas/envelope.json'
                              - type: object
                                properties:
                                  event:
                                    $ref: '../../event-contracts/src/main/resources/schemas/%1$s.json'
                    """.formatted(type));
        }
        return yaml.toString();
    }

    private static Map<Topic, List<String>> topics() {
        Map<Topic, List<String>> topics = new LinkedHashMap<>();
        topics.put(Topic.CUSTOMER_FACTS, types(CustomerFactEvent.class));
        topics.put(Topic.CUSTOMER_FACTS_BULK, types(CustomerFactEvent.class));
        topics.put(Topic.CUSTOMER_HEALTH, types(HealthEvent.class));
        topics.put(Topic.CUSTOMER_HEALTH_BULK, types(HealthEvent.class));
        topics.put(Topic.PLAYBOOK_EVENTS, types(PlaybookEvent.class));
        topics.put(Topic.NOTIFICATIONS, types(NotificationEvent.class));
        topics.put(Topic.DELIVERIES, types(DeliveryEvent.class));
        topics.put(Topic.WORKSPACE_DIRECTORY, types(DirectoryEvent.class));
        assertThat(topics).containsOnlyKeys(Topic.values());
        return topics;
    }

    private static List<String> types(Class<?> topic) {
        return Stream.of(topic.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .sorted()
                .toList();
    }
}
