package dev.minori.kit.problem;

/**
 * A kind of error that clients can tell from others. Features declare theirs as an enum; every slug has a page
 * {@code docs/problems/<slug>.md}.
 */
public interface ProblemType {
    /** Where the pages of all types live. */
    String BASE = "https://minori.dev/problems/";

    /** Last part of the type URI, lower case with hyphens, for example {@code stale-version}. Never changes meaning. */
    String slug();

    /** HTTP status, 400 to 599. */
    int status();

    /** Short summary of the type, the same at every occurrence. */
    Wording title();

    /** The type URI of RFC 9457. */
    default String uri() {
        return BASE + slug();
    }
}
