package dev.minori.sync.intake;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.connection.ConnectionDeleted;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.MappingValidator;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.RunKind;
import dev.minori.sync.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declares what the fields of records are. What is kept is read anew by it, and mapped anew. */
@ApplicationScoped
public class IntakeObjects {
    private final IntakeObjectStore store;
    private final IntakeKeys keys;
    private final MappingService mappings;
    private final RunService runs;
    private final RawStore raw;
    private final Audit audit;
    private final Clock clock;

    IntakeObjects(
            IntakeObjectStore store,
            IntakeKeys keys,
            MappingService mappings,
            RunService runs,
            RawStore raw,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.mappings = mappings;
        this.runs = runs;
        this.raw = raw;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public IntakeObject get(UUID connectionId, String name) {
        keys.requireHttp(connectionId);
        return store.find(connectionId, name)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "「" + name + "」というレコードはまだ届いていません。", "No record of " + name + " has been sent yet.")));
    }

    /** Declares the fields anew, also before the first record; the same declaration once more changes nothing. */
    @Transactional
    public IntakeObject declare(
            UUID connectionId, String name, String label, List<IntakeField> declared, @Nullable String ifMatch) {
        keys.requireHttp(connectionId);
        raw.lock(new RawKey(connectionId, name));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IntakeObject known = store.find(connectionId, name).orElseGet(() -> IntakeObject.unknown(name, now));
        IntakeObject wanted = known.declaring(label, declared);
        if (known.version() > 0) {
            if (wanted.equals(known)) {
                return known;
            }
            Versions.require(ifMatch, known.version());
        }
        List<TableMapping> published = mappings.listPublished(connectionId).stream()
                .filter(mapping -> mapping.objectName().equals(name))
                .toList();
        published.forEach(mapping -> requireFits(mapping, wanted));
        IntakeObject saved = store.save(connectionId, wanted);
        if (!wanted.declaredTypes().equals(known.declaredTypes())) {
            published.forEach(mapping -> runs.request(mapping.id(), RunKind.FULL, false));
        }
        audit.record(
                "intake-shape-declared",
                "connection",
                connectionId.toString(),
                Map.of("object", name, "version", String.valueOf(saved.version())));
        return saved;
    }

    private void requireFits(TableMapping mapping, IntakeObject wanted) {
        Integer version = mapping.publishedVersion();
        if (version == null) {
            return;
        }
        MappingDocument document = mappings.getVersion(mapping.id(), version).document();
        List<FieldError> errors = MappingValidator.check(document, wanted.schema());
        if (!errors.isEmpty()) {
            Wording first = errors.getFirst().detail();
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "公開中のテーブルマッピング「" + mapping.name() + "」が読めなくなります: " + first.ja(),
                            "The published mapping " + mapping.name() + " could not run any more: " + first.en()));
        }
    }

    void on(@Observes ConnectionDeleted deleted) {
        store.forget(deleted.connectionId());
    }
}
