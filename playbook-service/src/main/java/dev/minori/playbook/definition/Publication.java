package dev.minori.playbook.definition;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.document.DocumentProblem;
import dev.minori.playbook.document.Documents;
import dev.minori.playbook.person.Author;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves documents and puts them in force. The draft is kept before its conditions are checked, which asks another service
 * and may fail: what somebody wrote is not lost for that.
 */
@ApplicationScoped
public class Publication {
    private final Definitions definitions;
    private final ConditionCheck conditions;

    Publication(Definitions definitions, ConditionCheck conditions) {
        this.definitions = definitions;
        this.conditions = conditions;
    }

    /**
     * Saves a document under its key as the draft, and puts it in force if asked to. Throws invalid-document with every
     * mistake, unavailable if conditions could not be checked; the draft is kept then. Throws version-required and
     * stale-version if somebody else's change would be lost.
     *
     * @param ifMatch the ETag of the definition that is changed; a new one needs none
     */
    public Definition save(
            DefinitionKind kind, String key, String text, boolean publish, Author author, @Nullable String ifMatch) {
        Definitions.Saved saved = definitions.saveDraft(kind, key, text, author, ifMatch);
        return publish ? publish(kind, key, saved.version(), author, null) : saved.definition();
    }

    /**
     * Puts the newest version in force; changes nothing if it is already. Throws not-found, and as {@link #save}.
     *
     * @param ifMatch the ETag of the definition that is to be published; null for whatever is the newest
     */
    public Definition publish(DefinitionKind kind, String idOrKey, Author author, @Nullable String ifMatch) {
        return publish(kind, idOrKey, definitions.findNewest(kind, idOrKey).orElseThrow(), author, ifMatch);
    }

    private Definition publish(
            DefinitionKind kind, String idOrKey, DefinitionVersion version, Author author, @Nullable String ifMatch) {
        if (!version.published()) {
            refuseMistakes(kind, version);
        }
        return definitions.putInForce(kind, idOrKey, version, author, ifMatch);
    }

    private void refuseMistakes(DefinitionKind kind, DefinitionVersion version) {
        List<FieldError> mistakes = new ArrayList<>();
        definitions
                .check(kind)
                .conditions(Documents.parse(version.document()))
                .forEach((pointer, condition) -> mistakes.addAll(conditions.check(pointer, condition)));
        if (!mistakes.isEmpty()) {
            throw new ProblemException(
                    DocumentProblem.INVALID_DOCUMENT,
                    new Wording(
                            "%d件の誤りがあるため公開できません。下書きとして保存されています。".formatted(mistakes.size()),
                            "Not published: %d error(s). The document is kept as a draft.".formatted(mistakes.size())),
                    mistakes);
        }
    }
}
