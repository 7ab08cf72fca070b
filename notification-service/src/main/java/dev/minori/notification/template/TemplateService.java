package dev.minori.notification.template;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates of a workspace: drafts, versions, publication. */
@ApplicationScoped
public class TemplateService {
    private final TemplateStore store;
    private final TemplateCodec codec;
    private final MessageRenderer renderer;
    private final Audit audit;
    private final Clock clock;

    TemplateService(TemplateStore store, TemplateCodec codec, MessageRenderer renderer, Audit audit, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.renderer = renderer;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version of every template, by key, beginning behind this one. */
    @Transactional
    public List<TemplateVersion> list(String behindKey, int limit) {
        return store.listNewest(behindKey, limit);
    }

    /** Versions of a template, the newest first, beginning behind this one; throws not-found. */
    @Transactional
    public List<TemplateVersion> versions(String key, int before, int limit) {
        newest(key);
        return store.listVersions(key, before, limit);
    }

    /** One version; throws not-found. */
    @Transactional
    public TemplateVersion version(String key, int version) {
        return store.findVersion(key, version).orElseThrow(() -> notFound(key + " v" + version));
    }

    /** The newest version, published or not; throws not-found. */
    @Transactional
    public TemplateVersion newest(String key) {
        return store.findNewest(key, false).orElseThrow(() -> notFound(key));
    }

    /** What messages are written with now. */
    @Transactional
    public Optional<PublishedTemplate> findPublished(String key) {
        return store.findPublished(key).map(found -> new PublishedTemplate(found.version(), found.document()));
    }

    /**
     * Saves a document as the draft; the same document as the newest version changes nothing. Throws version-required and
     * stale-version if somebody else's change would be lost.
     *
     * @param source YAML or JSON
     * @param ifMatch the ETag of the template that is changed; a new one needs none
     */
    @Transactional
    public TemplateVersion saveDraft(String key, String source, String author, @Nullable String ifMatch) {
        TemplateDocument document = codec.read(source);
        if (!document.key().equals(key)) {
            Wording detail = new Wording("keyがURLと違います。", "The key is not the one in the URL.");
            throw new ProblemException(
                    TemplateProblem.INVALID_TEMPLATE, detail, List.of(new FieldError("/key", "mismatch", detail)));
        }
        Optional<TemplateVersion> newest = store.findNewest(key, true);
        if (newest.map(TemplateVersion::document).filter(document::equals).isPresent()) {
            return newest.get();
        }
        newest.ifPresent(known -> Versions.require(ifMatch, known.revision()));
        int number = newest.map(TemplateVersion::version).orElse(0);
        boolean replacesDraft = newest.isPresent() && !newest.get().isPublished();
        TemplateVersion draft = new TemplateVersion(
                replacesDraft ? number : number + 1,
                newest.map(TemplateVersion::revision).orElse(0L) + 1,
                document,
                newest.map(TemplateVersion::publishedVersion).orElse(null),
                null,
                author,
                clock.instant());
        if (replacesDraft) {
            store.replaceDraft(draft);
        } else {
            store.insert(draft);
        }
        audit.record("template-draft-saved", "template", key, Map.of("version", Integer.toString(draft.version())));
        return draft;
    }

    /**
     * Makes the newest version the one messages are written with; nothing changes if it is already. Throws not-found,
     * stale-version.
     *
     * @param ifMatch the ETag of the template that is to be published; null for whatever is the newest
     */
    @Transactional
    public TemplateVersion publish(String key, @Nullable String ifMatch) {
        TemplateVersion newest = store.findNewest(key, true).orElseThrow(() -> notFound(key));
        if (!newest.isPublished()) {
            Versions.requireIfNamed(ifMatch, newest.revision());
            store.publish(key, newest.version(), clock.instant());
            audit.record("template-published", "template", key, Map.of("version", Integer.toString(newest.version())));
        }
        return newest(key);
    }

    /**
     * What the newest version makes of values; where none is given, of the sample values.
     *
     * @param source a document that is not saved yet; null for the newest version
     */
    @Transactional
    public RenderedMessage preview(
            String key, @Nullable String source, MessageLanguage language, Map<String, String> data) {
        TemplateDocument document = source == null ? newest(key).document() : codec.read(source);
        return renderer.preview(document, language, data);
    }

    private static ProblemException notFound(String key) {
        return ProblemException.notFound(new Wording("テンプレートがありません: " + key, "There is no template " + key + "."));
    }
}
