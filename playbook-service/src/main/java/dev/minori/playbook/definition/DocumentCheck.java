package dev.minori.playbook.definition;

import dev.minori.playbook.document.DocumentNode;
import dev.minori.playbook.text.LocalText;
import java.util.Map;

/** What a feature knows about its kind of document. */
public interface DocumentCheck {
    DefinitionKind kind();

    /** Reads the document whole. Throws invalid-document with every error. */
    Summary check(DocumentNode document);

    /** Conditions in a document without errors: where each stands, and its text. */
    default Map<String, String> conditions(DocumentNode document) {
        return Map.of();
    }

    /** What all documents have. */
    record Summary(String key, LocalText name, String segmentKey) {}
}
