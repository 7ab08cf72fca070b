package dev.minori.sync.intake.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.intake.Incoming;
import dev.minori.sync.source.Utf8;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a batch: a JSON array, a single object, or an object a line. Bytes that are not UTF-8 spoil their value only. */
public final class BatchReader {
    /** Records in a batch. */
    public static final int MOST_RECORDS = 1_000;

    private static final int MOST_BYTES = 5_000_000;

    /** Numbers keep all their digits. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private BatchReader() {}

    /**
     * The records in their order.
     *
     * @param encoding the Content-Encoding header
     * @param lines whether each line is a record
     * @throws ProblemException payload-too-large, malformed-json, invalid-request
     */
    public static List<Incoming> read(byte[] body, @Nullable String encoding, boolean lines) {
        try (Reader reader = Utf8.reader(new LimitedInput(unpacked(body, encoding), MOST_BYTES))) {
            return lines ? lines(new BufferedReader(reader)) : array(reader);
        } catch (JsonProcessingException broken) {
            throw malformed(broken);
        } catch (IOException _) {
            throw badEncoding("gzipとして展開できません。", "The body is not gzip.");
        }
    }

    private static InputStream unpacked(byte[] body, @Nullable String encoding) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            default -> throw badEncoding("Content-Encodingはgzipだけを受け付けます。", "The only Content-Encoding is gzip.");
        };
    }

    private static List<Incoming> array(Reader reader) throws IOException {
        List<Incoming> batch = new ArrayList<>();
        try (JsonParser json = MAPPER.createParser(reader)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                batch.add(EventReader.read(0, MAPPER.readTree(json)));
            } else if (first == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    requireRoom(batch);
                    batch.add(EventReader.read(batch.size(), MAPPER.readTree(json)));
                }
            } else {
                throw malformed("オブジェクトの配列を送ってください。", "Send an array of objects.");
            }
            if (json.nextToken() != null) {
                throw malformed("配列の後に余分な内容があります。", "Something follows the array.");
            }
        }
        return batch;
    }

    private static List<Incoming> lines(BufferedReader reader) throws IOException {
        List<Incoming> batch = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                requireRoom(batch);
                batch.add(line(batch.size(), line));
            }
        }
        return batch;
    }

    private static Incoming line(int index, String line) {
        try {
            return EventReader.read(index, MAPPER.readTree(line));
        } catch (JsonProcessingException broken) {
            return EventReader.unreadable(index, place(broken));
        }
    }

    private static void requireRoom(List<Incoming> batch) {
        if (batch.size() == MOST_RECORDS) {
            throw new ProblemException(
                    KitProblem.PAYLOAD_TOO_LARGE,
                    new Wording(
                            "一度に送れるのは" + MOST_RECORDS + "件までです。分けて送ってください。",
                            "A batch has " + MOST_RECORDS + " records at most; send it in parts."));
        }
    }

    /** Without the content, which is not ours to repeat in logs. */
    private static String place(JsonProcessingException broken) {
        return broken.getLocation() == null
                ? "-"
                : "line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }

    private static ProblemException malformed(JsonProcessingException broken) {
        String place = place(broken);
        return malformed("JSONとして読めません: " + place, "The body is not JSON: " + place);
    }

    private static ProblemException malformed(String ja, String en) {
        return new ProblemException(KitProblem.MALFORMED_JSON, new Wording(ja, en));
    }

    private static ProblemException badEncoding(String ja, String en) {
        Wording detail = new Wording(ja, en);
        return new ProblemException(
                KitProblem.INVALID_REQUEST,
                detail,
                List.of(new FieldError("header:Content-Encoding", "unsupported", detail)));
    }
}
