package dev.minori.scoring.document;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import java.util.List;

/** What a feature knows about its kind of document. */
public interface DocumentKind<D extends VersionedDocument> {
    /** One word, in the audit trail and in the names of its tables {@code <name>} and {@code <name>_version}. */
    String name();

    /** What a document of the kind is read into. */
    Class<D> type();

    /** What people call the kind. */
    Wording title();

    /** Everything that is wrong with a document; empty if it can be kept. */
    List<FieldError> check(D document);
}
