package dev.minori.sync.source;

import dev.minori.kit.problem.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param reachable whether the host answered
 * @param authorised whether it accepted the credentials
 * @param apiVersion the API version that will be used
 * @param readable names of some objects that can be read
 */
public record Verdict(
        boolean reachable, boolean authorised, @Nullable String apiVersion, List<String> readable, Wording message) {
    public Verdict {
        readable = List.copyOf(readable);
    }

    /** Whether the connection can be used. */
    public boolean usable() {
        return reachable && authorised && !readable.isEmpty();
    }
}
