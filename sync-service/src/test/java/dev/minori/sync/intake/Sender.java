package dev.minori.sync.intake;

import static io.restassured.RestAssured.given;

import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A core system that holds a key of a connection. */
record Sender(Workbench bench, UUID connection, String key) {
    /** What is answered to records that are taken. */
    JsonPath taken(String object, String json) {
        return bench.send(connection, object, key, json)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    Response post(String object, byte[] body, String type, String encoding) {
        return given().header("Minori-Key", key)
                .header("Content-Encoding", encoding)
                .header("Content-Type", type)
                .config(io.restassured.config.RestAssuredConfig.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .body(body)
                .post("/api/v1/intake/" + connection + "/" + object);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** received = added + changed + unchanged + older + left out + rejected, and how many of them wait. */
    static String counts(JsonPath result) {
        return "%d = %d + %d + %d + %d + %d + %d, %d quarantined"
                .formatted(
                        result.getInt("received"),
                        result.getInt("added"),
                        result.getInt("changed"),
                        result.getInt("unchanged"),
                        result.getInt("older"),
                        result.getInt("leftOut"),
                        result.getInt("rejected"),
                        result.getInt("quarantined"));
    }
}
