package dev.minori.playbook.definition;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.document.DocumentNode;
import dev.minori.playbook.document.DocumentProblem;
import dev.minori.playbook.document.Documents;
import dev.minori.playbook.person.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves, publishes and pauses documents. */
@ApplicationScoped
public class Definitions {
    private final DefinitionStore store;
    private final Instance<DocumentCheck> checks;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Definitions(DefinitionStore store, @Any Instance<DocumentCheck> checks, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those of a kind behind a key, by key. */
    @Transactional
    public List<Definition> list(DefinitionKind kind, String behind, int limit) {
        return store.list(kind, behind, limit);
    }

    /** The definition with this id or key; throws not-found. */
    @Transactional
    public Definition get(DefinitionKind kind, String idOrKey) {
        UUID id = parseId(idOrKey);
        return (id == null ? store.findByKey(kind, idOrKey) : store.find(kind, id))
                .orElseThrow(() -> unknown(kind, idOrKey));
    }

    /** Its versions before one, newest first; throws not-found. */
    @Transactional
    public List<DefinitionVersion> listVersions(DefinitionKind kind, String idOrKey, int before, int limit) {
        return store.listVersions(get(kind, idOrKey).id(), before, limit);
    }

    /** Its newest version, if it has one; throws not-found. */
    @Transactional
    public Optional<DefinitionVersion> findNewest(DefinitionKind kind, String idOrKey) {
        return newest(get(kind, idOrKey));
    }

    /** One version; throws not-found. */
    @Transactional
    public DefinitionVersion getVersion(DefinitionKind kind, String idOrKey, int version) {
        return version(get(kind, idOrKey), version);
    }

    /**
     * Saves a document under its key: as the draft, which it makes or replaces. What equals the newest version changes
     * nothing, so saving twice is saving once. Throws invalid-document with every mistake, version-required and
     * stale-version if somebody else's change would be lost.
     *
     * @param ifMatch the ETag of the definition that is changed; a new one needs none
     */
    @Transactional
    Saved saveDraft(DefinitionKind kind, String key, String text, Author author, @Nullable String ifMatch) {
        DocumentNode document = Documents.parse(text);
        DocumentCheck.Summary summary = check(kind).check(document);
        if (!summary.key().equals(key)) {
            throw new ProblemException(
                    DocumentProblem.INVALID_DOCUMENT,
                    new Wording("URLのキーと文書のkeyが違います。", "The key in the URL and in the document differ."),
                    List.of(new FieldError(
                            "/key", "mismatch", new Wording("「" + key + "」にしてください。", "Write " + key + " here."))));
        }
        Optional<Definition> known = store.lock(kind, key);
        Definition definition = known.orElseGet(() -> create(kind, summary));
        DefinitionVersion newest = newest(definition).orElse(null);
        if (newest != null && newest.document().equals(document.canonical())) {
            return new Saved(definition, newest);
        }
        if (known.isPresent()) {
            Versions.require(ifMatch, definition.revision());
            definition = definition.withNewDraft(clock.instant());
            store.update(definition);
        }
        return new Saved(definition, saveDraft(definition, newest, document.canonical(), author));
    }

    /** What a save left: the definition and its newest version. */
    record Saved(Definition definition, DefinitionVersion version) {}

    /**
     * Puts a version in force; if it is already, nothing changes. Throws not-found, stale-version if somebody changed the
     * draft after it was checked.
     *
     * @param ifMatch the ETag of the definition that is to be published; null for whatever was checked
     */
    @Transactional
    Definition putInForce(
            DefinitionKind kind, String idOrKey, DefinitionVersion checked, Author author, @Nullable String ifMatch) {
        Definition found = get(kind, idOrKey);
        Definition definition = store.lock(kind, found.key()).orElseThrow(() -> unknown(kind, idOrKey));
        if (Integer.valueOf(checked.version()).equals(definition.publishedVersion())) {
            return definition;
        }
        Versions.requireIfNamed(ifMatch, definition.revision());
        DefinitionVersion version = version(definition, checked.version());
        if (!version.document().equals(checked.document())) {
            throw Versions.stale();
        }
        return putInForce(definition, version, author);
    }

    /** Lets a definition rest or wakes it. Throws not-found, stale-version. */
    @Transactional
    public Definition pause(DefinitionKind kind, String idOrKey, boolean paused, @Nullable String ifMatch) {
        Definition found = get(kind, idOrKey);
        Definition definition = store.lock(kind, found.key()).orElseThrow(() -> unknown(kind, idOrKey));
        Versions.require(ifMatch, definition.revision());
        Definition changed = new Definition(
                definition.id(),
                kind,
                definition.key(),
                definition.name(),
                definition.segmentKey(),
                definition.publishedVersion(),
                definition.firstPublishedAt(),
                paused,
                definition.revision() + 1,
                definition.createdAt(),
                clock.instant());
        store.update(changed);
        note(paused ? "paused" : "resumed", changed, Map.of());
        return changed;
    }

    private void note(String action, Definition definition, Map<String, String> details) {
        audit.record(
                definition.kind().wireName() + "-" + action, definition.kind().wireName(), definition.key(), details);
    }

    private Definition create(DefinitionKind kind, DocumentCheck.Summary summary) {
        Instant now = clock.instant();
        Definition definition =
                new Definition(ids.next(), kind, summary.key(), summary.name(), null, null, null, false, 1, now, now);
        store.insert(definition);
        return definition;
    }

    private Optional<DefinitionVersion> newest(Definition definition) {
        return store.listVersions(definition.id(), Integer.MAX_VALUE, 1).stream()
                .findFirst();
    }

    private DefinitionVersion saveDraft(
            Definition definition, @Nullable DefinitionVersion newest, String canonical, Author author) {
        int number = 1;
        if (newest != null) {
            number = newest.published() ? newest.version() + 1 : newest.version();
        }
        DefinitionVersion draft = new DefinitionVersion(
                definition.id(), number, false, canonical, clock.instant(), author.name(), null, null);
        store.saveVersion(draft);
        note("draft-saved", definition, Map.of("version", String.valueOf(number)));
        return draft;
    }

    private Definition putInForce(Definition definition, DefinitionVersion version, Author author) {
        DocumentCheck.Summary summary = check(definition.kind()).check(Documents.parse(version.document()));
        Instant now = clock.instant();
        if (!version.published()) {
            store.saveVersion(new DefinitionVersion(
                    definition.id(),
                    version.version(),
                    true,
                    version.document(),
                    version.savedAt(),
                    version.savedBy(),
                    now,
                    author.name()));
        }
        Instant first = definition.firstPublishedAt();
        Definition changed = new Definition(
                definition.id(),
                definition.kind(),
                definition.key(),
                summary.name(),
                summary.segmentKey(),
                version.version(),
                first == null ? now : first,
                definition.paused(),
                definition.revision() + 1,
                definition.createdAt(),
                now);
        store.update(changed);
        note("published", changed, Map.of("version", String.valueOf(version.version())));
        return changed;
    }

    private DefinitionVersion version(Definition definition, int version) {
        return store.findVersion(definition.id(), version)
                .orElseThrow(() -> unknown(definition.kind(), definition.key() + "/versions/" + version));
    }

    DocumentCheck check(DefinitionKind kind) {
        return checks.stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads documents of kind " + kind));
    }

    private static @Nullable UUID parseId(String idOrKey) {
        try {
            return idOrKey.length() == 36 ? UUID.fromString(idOrKey) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static ProblemException unknown(DefinitionKind kind, String what) {
        return new ProblemException(
                KitProblem.NOT_FOUND,
                new Wording(
                        "%s「%s」はありません。".formatted(kind.title().ja(), what),
                        "There is no %s '%s'.".formatted(kind.title().en(), what)));
    }
}
