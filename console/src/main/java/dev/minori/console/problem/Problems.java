package dev.minori.console.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Writes problems in the language of the request. */
public final class Problems {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /** Ends the request with a problem. */
    public static void answer(RoutingContext context, ConsoleProblem type, String ja, String en) {
        answer(context, type, null, ja, en);
    }

    /** Ends the request with a problem that a service causes; its name becomes part of the type. */
    public static void answer(
            RoutingContext context, ConsoleProblem type, @Nullable String service, String ja, String en) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        boolean japanese = wantsJapanese(context);
        Problem problem = new Problem(
                service == null ? type.uri() : type.uri() + "#" + service,
                type.title(japanese),
                type.status(),
                japanese ? ja : en,
                service);
        response.setStatusCode(type.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", japanese ? "ja" : "en")
                .putHeader("Cache-Control", "no-store");
        response.end(Buffer.buffer(write(problem)));
    }

    /** Whether Japanese stands before English in what the client accepts. */
    public static boolean wantsJapanese(RoutingContext context) {
        for (LanguageHeader language : context.acceptableLanguages()) {
            switch (language.tag()) {
                case "ja" -> {
                    return true;
                }
                case "en" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private static byte[] write(Problem problem) {
        try {
            return JSON.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always writable", impossible);
        }
    }
}
