package dev.minori.simulators.kintone;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a call: {@code /k/v1/record.json}, or {@code /k/guest/5/v1/record.json} in a guest space.
 *
 * @param space the guest space, 0 for none
 * @param resource what follows the version, beginning with a slash
 */
record KintonePath(int space, String resource) {

    private static final Pattern FORM = Pattern.compile("/k(?:/guest/(?<space>\\d{1,9}))?/v1(?<resource>/.*)");

    /** Reads a path; empty when it is none of the API's. */
    static Optional<KintonePath> of(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String space = matcher.group("space");
        return Optional.of(new KintonePath(space == null ? 0 : Integer.parseInt(space), matcher.group("resource")));
    }
}
