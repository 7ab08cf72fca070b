package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.http.HttpCaller;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Authorised calls to one org: renews the token once on 401, reads limits, turns errors into {@link SourceException}. */
final class SalesforceApi {
    /** The header may carry more parts than {@code api-usage=18/5000}; only this one counts. */
    private static final Pattern USAGE = Pattern.compile("(?:^|[\\s;,])api-usage=(\\d+)/(\\d+)");

    private final SalesforceLogin login;
    private final HttpCaller http;
    private final Clock clock;
    private final String base;
    private volatile @Nullable ApiAllowance allowance;

    SalesforceApi(SalesforceAccess access, SalesforceLogin login, HttpCaller http, Clock clock) {
        this.login = login;
        this.http = http;
        this.clock = clock;
        this.base = "/services/data/v" + access.apiVersion();
    }

    /** The path below which all resources of the API version lie. */
    String base() {
        return base;
    }

    Optional<ApiAllowance> allowance() {
        return Optional.ofNullable(allowance);
    }

    /** GET of a path on the instance. */
    Answer get(String path) {
        return json(path, HttpRequest.Builder::GET, http::read);
    }

    /** POST of a JSON body; sent once, because the other side may have acted before a lost answer. */
    Answer post(String path, Object body) {
        String text = SalesforceJson.write(body);
        return json(
                path,
                request -> request.header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                http::once);
    }

    /** DELETE that may fail without harm. */
    void delete(String path) {
        try {
            authorised(path, HttpRequest.Builder::DELETE, http::once);
        } catch (SourceException _) {
            // Results expire by themselves after seven days.
        }
    }

    /** GET whose body goes to a file. */
    HttpHeaders download(String path, Path target) {
        HttpResponse<Path> response =
                authorised(path, request -> request.header("Accept", "text/csv"), req -> http.download(req, target));
        if (response.statusCode() == 200) {
            return response.headers();
        }
        throw failure(response.statusCode(), SalesforceJson.lenient(bytes(target)));
    }

    private Answer json(
            String path,
            Function<HttpRequest.Builder, HttpRequest.Builder> shape,
            Function<HttpRequest, HttpResponse<byte[]>> send) {
        Instant asked = clock.instant();
        HttpResponse<byte[]> response = authorised(path, shape, send);
        if (response.statusCode() >= 200 && response.statusCode() < 300) {
            return new Answer(SalesforceJson.read(response.body()), serverTime(response.headers(), asked));
        }
        throw failure(response.statusCode(), SalesforceJson.lenient(response.body()));
    }

    private <T> HttpResponse<T> authorised(
            String path,
            Function<HttpRequest.Builder, HttpRequest.Builder> shape,
            Function<HttpRequest, HttpResponse<T>> send) {
        BiFunction<AccessToken, String, HttpRequest> request =
                (token, where) -> shape.apply(HttpRequest.newBuilder(URI.create(token.instanceUrl() + where))
                                .header("Accept", "application/json"))
                        .setHeader("Authorization", "Bearer " + token.value())
                        .header("Sforce-Query-Options", "batchSize=2000")
                        .build();
        AccessToken token = login.token();
        HttpResponse<T> response = send.apply(request.apply(token, path));
        if (response.statusCode() == 401) {
            response = send.apply(request.apply(login.renew(token), path));
        }
        response.headers().firstValue("Sforce-Limit-Info").ifPresent(this::noteUsage);
        return response;
    }

    private void noteUsage(String header) {
        Matcher usage = USAGE.matcher(header);
        if (usage.find()) {
            ApiAllowance told = new ApiAllowance(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2)));
            allowance = told;
            http.gate().learn(told);
        }
    }

    private SourceException failure(int status, JsonNode body) {
        JsonNode error = body.isArray() ? body.path(0) : body;
        String code = error.path("errorCode").asText(error.path("error").asText("HTTP " + status));
        String message = error.path("message").asText("");
        Wording wording = new Wording(
                "Salesforceがエラーを返しました(" + code + ": " + message + ")。",
                "Salesforce answered with an error (" + code + ": " + message + ").");
        if (status == 401) {
            return new SourceException(SourceFailure.UNAUTHORISED, wording);
        }
        if (status == 403 && code.equals("REQUEST_LIMIT_EXCEEDED")) {
            // Salesforce does not say when its rolling allowance frees up again.
            Instant until = clock.instant().plus(SourceException.LIMIT_PAUSE);
            http.gate().shut(until);
            return new SourceException(SourceFailure.LIMIT_REACHED, wording, until, null);
        }
        if (code.equals("INVALID_QUERY_LOCATOR")) {
            return new SourceException(SourceFailure.RESUME_LOST, wording);
        }
        if (status >= 500 || status == 420 || status == 429) {
            return new SourceException(SourceFailure.UNREACHABLE, wording);
        }
        return new SourceException(SourceFailure.REFUSED, wording);
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

    private static byte[] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (java.io.IOException _) {
            return new byte[0];
        }
    }

    /**
     * An answer in JSON.
     *
     * @param serverTime the org's clock when it answered; ours when we asked, if the answer does not tell
     */
    record Answer(JsonNode body, Instant serverTime) {
        Iterable<JsonNode> items(String name) {
            return body.path(name);
        }

        java.util.stream.Stream<JsonNode> stream(String name) {
            return StreamSupport.stream(items(name).spliterator(), false);
        }
    }
}
