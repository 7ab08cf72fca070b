package dev.minori.sync.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.Utf8;
import dev.minori.sync.source.http.HttpCaller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;

/** Authorised reads of one kintone domain. */
final class KintoneApi {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final KintoneAccess access;
    private final HttpCaller http;
    private final Clock clock;
    private final KintonePace pace = new KintonePace();

    KintoneApi(KintoneAccess access, HttpCaller http, Clock clock) {
        this.access = access;
        this.http = http;
        this.clock = clock;
    }

    /** GET of an app's resource, for example {@code records}. */
    JsonNode get(long appId, String resource, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(resource + "?" + query))
                        .header("X-Cybozu-API-Token", token(appId))
                        .header("Accept-Language", "ja")
                        .GET()
                        .build())
                .body();
    }

    /**
     * Reads records. A query may be longer than the 8 KB that kintone allows in a URL, so it travels as POST with the
     * method overridden.
     */
    Answer records(long appId, Map<String, Object> body) {
        try {
            return send(HttpRequest.newBuilder(uri("records.json"))
                    .header("X-Cybozu-API-Token", token(appId))
                    .header("X-HTTP-Method-Override", "GET")
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "ja")
                    .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                    .build());
        } catch (IOException impossible) {
            throw new IllegalStateException("a map of texts is JSON", impossible);
        }
    }

    /**
     * An answer in JSON.
     *
     * @param serverTime the domain's clock when it answered; ours when we asked, if the answer does not tell
     */
    record Answer(JsonNode body, Instant serverTime) {}

    private URI uri(String resource) {
        return URI.create(access.baseUrl().toString().replaceAll("/+$", "") + "/k/v1/" + resource);
    }

    private String token(long appId) {
        return access.apps().stream()
                .filter(app -> app.appId() == appId)
                .map(KintoneAccess.App::token)
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceFailure.REFUSED,
                        new Wording(
                                "アプリ" + appId + "のAPIトークンが連携先に登録されていません。",
                                "The connection has no API token for app " + appId + ".")));
    }

    private Answer send(HttpRequest request) {
        pace.keep();
        Instant asked = clock.instant();
        HttpResponse<byte[]> response = http.read(request);
        pace.note(response.headers());
        if (response.statusCode() == 200) {
            try {
                return new Answer(MAPPER.readTree(Utf8.decode(response.body())), serverTime(response.headers(), asked));
            } catch (IOException cut) {
                throw new SourceException(
                        SourceFailure.UNREACHABLE,
                        new Wording("kintoneの応答をJSONとして読めません。", "kintone's answer is not complete JSON."),
                        null,
                        cut);
            }
        }
        throw failure(response);
    }

    private static SourceException failure(HttpResponse<byte[]> response) {
        String code = "HTTP " + response.statusCode();
        String message = "";
        try {
            JsonNode error = MAPPER.readTree(response.body());
            code = error.path("code").asText(code);
            message = error.path("message").asText("");
        } catch (IOException _) {
            // During maintenance kintone answers with a page, not with JSON.
        }
        Wording wording = new Wording(
                "kintoneがエラーを返しました(" + code + ": " + message + ")。",
                "kintone answered with an error (" + code + ": " + message + ").");
        SourceFailure failure = switch (response.statusCode()) {
            case 401, 403 -> SourceFailure.UNAUTHORISED;
            case 429, 500, 502, 503, 504 -> SourceFailure.UNREACHABLE;
            default -> code.equals("GAIA_IA02") ? SourceFailure.UNAUTHORISED : SourceFailure.REFUSED;
        };
        return new SourceException(failure, wording);
    }

    private static Instant serverTime(HttpHeaders headers, Instant asked) {
        try {
            return headers.firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(asked);
        } catch (DateTimeParseException _) {
            return asked;
        }
    }
}
