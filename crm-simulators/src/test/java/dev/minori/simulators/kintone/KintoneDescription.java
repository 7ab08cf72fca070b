package dev.minori.simulators.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * kintone's official OpenAPI description (https://github.com/kintone/rest-api-spec), given by a path: every answer that
 * a test gets is held against it. It is read more strictly than it is written, because it says nothing of what must not
 * be there: unknown properties are errors. And it is read more widely where the service is known to answer otherwise:
 * numbers come as text, and what is empty comes as null.
 */
public final class KintoneDescription {

    /** The setting: a folder with one description, or the file itself; YAML, also gzipped. */
    public static final String SETTING = "MINORI_KINTONE_OPENAPI";

    private static final Set<String> MAY_BE_NULL =
            Set.of("value", "spaceId", "threadId", "totalCount", "states", "actions", "code");
    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf", "allOf");
    private static final Optional<KintoneDescription> GIVEN = read();

    private final JsonNode paths;
    private final JsonNode schemas;
    private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private KintoneDescription(JsonNode document) {
        this.paths = document.path("paths");
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> read.set(schema.getKey(), asAnswered(schema.getValue())));
        this.schemas = read;
    }

    /** The description, if the setting names one that is there. */
    public static Optional<KintoneDescription> given() {
        return GIVEN;
    }

    private static Optional<KintoneDescription> read() {
        String setting = System.getProperty(SETTING, System.getenv(SETTING));
        if (setting == null || setting.isBlank() || !Files.exists(Path.of(setting))) {
            return Optional.empty();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        options.setMaxAliasesForCollections(10_000);
        ObjectMapper yaml =
                new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
        try (InputStream in = open(Path.of(setting))) {
            return Optional.of(new KintoneDescription(yaml.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        Path file = path;
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                file = files.filter(one -> one.toString().matches(".*\\.ya?ml(\\.gz)?"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no description in " + path));
            }
        }
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    /** Throws when an answer is not as described. What has no description, such as errors, is held to their shape. */
    public void check(String method, String path, int status, String contentType, String body) {
        if (!contentType.startsWith("application/json")) {
            return;
        }
        String place = path.replaceFirst("/k/guest/\\d+/", "/k/guest/{guestSpaceId}/");
        JsonNode document = parsed(body);
        if (status != 200) {
            checkError(method + " " + place, document);
            return;
        }
        JsonNode schema = paths.path(place)
                .path(method.toLowerCase(Locale.ROOT))
                .at("/responses/200/content/application~1json/schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(method + " " + place + " answers, but is not described");
        }
        var errors = known.computeIfAbsent(method + " " + place, key -> compiled(place, schema))
                .validate(document);
        if (!errors.isEmpty()) {
            throw new AssertionError(method + " " + place + " does not answer as described: " + errors + " in " + body);
        }
    }

    private static void checkError(String call, JsonNode error) {
        if (error.has("results")) {
            for (JsonNode result : error.path("results")) {
                if (!result.isEmpty()) {
                    checkError(call, result);
                }
            }
            return;
        }
        boolean whole = List.of("code", "id", "message").stream()
                .allMatch(name -> error.path(name).isTextual());
        boolean more = error.propertyStream()
                .anyMatch(property -> !Set.of("code", "id", "message", "errors").contains(property.getKey()));
        if (!whole || more) {
            throw new AssertionError(call + " refuses in a shape of its own: " + error);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonSchema compiled(String place, JsonNode schema) {
        ObjectNode own = (ObjectNode) asAnswered(schema);
        if (place.endsWith("/v1/app.json") || place.endsWith("/v1/apps.json")) {
            // The service answers the description too: https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-app/
            ObjectNode app = place.endsWith("/apps.json")
                    ? (ObjectNode) schemas.path("AppsGetAppWithSpaceIdForm").path("properties")
                    : (ObjectNode) own.path("properties");
            app.putObject("description").put("type", "string");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.putObject("components").set("schemas", schemas);
        document.putArray("allOf").add(own);
        return factory.getSchema(document);
    }

    /** A schema as the service is known to answer. */
    private static JsonNode asAnswered(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String name = keyword.getKey();
            JsonNode value = keyword.getValue();
            if (name.equals("properties")) {
                ObjectNode properties = read.putObject(name);
                value.properties().forEach(one -> properties.set(one.getKey(), property(one.getKey(), one.getValue())));
            } else if (ALTERNATIVES.contains(name)) {
                // Alternatives that differ in optional properties only are not exclusive.
                ArrayNode alternatives = read.putArray(name.equals("oneOf") ? "anyOf" : name);
                value.forEach(one -> alternatives.add(asAnswered(one)));
            } else if (name.equals("items") || name.equals("additionalProperties")) {
                read.set(name, asAnswered(value));
            } else if (!name.equals("example") && !name.equals("description") && !name.equals("format")) {
                read.set(name, value);
            }
        }
        String type = schema.path("type").asText();
        if (type.equals("integer") || type.equals("number")) {
            read.putArray("type").add(type).add("string");
            read.put("pattern", "^(-?\\d+(\\.\\d+)?)?$");
        }
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            read.put("additionalProperties", false);
        }
        return read;
    }

    private static JsonNode property(String name, JsonNode schema) {
        JsonNode read = asAnswered(schema);
        if (!MAY_BE_NULL.contains(name)) {
            return read;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf")
                .add(read)
                .add(JsonNodeFactory.instance.objectNode().put("type", "null"));
        return either;
    }
}
