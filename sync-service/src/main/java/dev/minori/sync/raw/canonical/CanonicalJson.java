package dev.minori.sync.raw.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one spelling of a record: fields in the order of their codes, empty ones left out, every value with its type, so
 * that it can be read back without the schema and hashes the same whatever way it came.
 *
 * <p>Texts, numbers, flags and lists are JSON's own; days are {@code {"d":"2026-03-31"}}, moments {@code {"t":…}},
 * structures {@code {"j":…}}, unreadable values {@code {"x":…,"as":…}}. Half surrogates, which UTF-8 cannot carry, are
 * escaped as JSON allows.
 */
public final class CanonicalJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(50_000_000).build())
            .build();

    private CanonicalJson() {}

    /** UTF-8 bytes of the record's values. */
    public static byte[] write(Map<String, SourceValue> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, SourceValue> entry : new TreeMap<>(values).entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The values again. */
    public static SortedMap<String, SourceValue> read(byte[] bytes) {
        SortedMap<String, SourceValue> values = new TreeMap<>();
        try (JsonParser json = FACTORY.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String code = json.currentName();
                json.nextToken();
                values.put(code, value(json));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a kept row is not canonical JSON", broken);
        }
        return values;
    }

    /** SHA-256 of the bytes. */
    public static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static void write(JsonGenerator json, SourceValue value) throws IOException {
        switch (value) {
            case SourceValue.Text(String text) -> json.writeString(text);
            case SourceValue.Numeric(BigDecimal number) -> json.writeNumber(number.toPlainString());
            case SourceValue.Flag(boolean flag) -> json.writeBoolean(flag);
            case SourceValue.Texts(List<String> texts) -> {
                json.writeStartArray();
                for (String text : texts) {
                    json.writeString(text);
                }
                json.writeEndArray();
            }
            case SourceValue.Day(LocalDate day) -> tagged(json, "d", day.toString());
            case SourceValue.Moment(Instant moment) -> tagged(json, "t", moment.toString());
            case SourceValue.Structure(String structure) -> tagged(json, "j", structure);
            case SourceValue.Unreadable(String raw, SourceType expected) -> {
                json.writeStartObject();
                json.writeFieldName("x");
                writeAnything(json, raw);
                json.writeStringField("as", expected.name());
                json.writeEndObject();
            }
        }
    }

    private static void tagged(JsonGenerator json, String tag, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField(tag, text);
        json.writeEndObject();
    }

    /** A text that may hold half surrogates: the generator would refuse them, so it is escaped here. */
    private static void writeAnything(JsonGenerator json, String raw) throws IOException {
        if (!ValueHygiene.isUnstorable(raw)) {
            json.writeString(raw);
            return;
        }
        StringBuilder escaped = new StringBuilder(raw.length() + 16).append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                escaped.append(String.format("\\u%04X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        json.writeRawValue(escaped.append('"').toString());
    }

    private static SourceValue value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new SourceValue.Text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new SourceValue.Numeric(new BigDecimal(json.getText()));
            case VALUE_TRUE -> new SourceValue.Flag(true);
            case VALUE_FALSE -> new SourceValue.Flag(false);
            case START_ARRAY -> {
                List<String> texts = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    texts.add(json.getText());
                }
                yield new SourceValue.Texts(texts);
            }
            case START_OBJECT -> tagged(json);
            default -> throw new IOException("unexpected " + json.currentToken());
        };
    }

    private static SourceValue tagged(JsonParser json) throws IOException {
        String tag = json.nextFieldName();
        String text = json.nextTextValue();
        SourceValue value = switch (tag) {
            case "d" -> new SourceValue.Day(LocalDate.parse(text));
            case "t" -> new SourceValue.Moment(Instant.parse(text));
            case "j" -> new SourceValue.Structure(text);
            case "x" -> {
                json.nextFieldName();
                yield new SourceValue.Unreadable(text, SourceType.valueOf(json.nextTextValue()));
            }
            case null, default -> throw new IOException("unexpected tag " + tag);
        };
        json.nextToken();
        return value;
    }
}
