package dev.minori.sync.connection.rest;

import dev.minori.sync.source.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param usable whether the connection can be used as it is
 */
public record VerdictView(
        boolean usable,
        boolean reachable,
        boolean authorised,
        @Nullable String apiVersion,
        List<String> readable,
        MessageView message) {

    /** A sentence in both languages. */
    public record MessageView(String ja, String en) {}

    static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.usable(),
                verdict.reachable(),
                verdict.authorised(),
                verdict.apiVersion(),
                verdict.readable(),
                new MessageView(verdict.message().ja(), verdict.message().en()));
    }
}
