package dev.minori.sync.dryrun;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.mapping.CompiledMapping;
import dev.minori.sync.mapping.DocumentCodes;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.MappingContext;
import dev.minori.sync.mapping.MappingContexts;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.MappingValidator;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what a dry run needs: the source as it is now, the draft and what runs now, both made ready. */
@ApplicationScoped
class DryRunPreparer {
    private static final String PLACE = "RECORD-ID";

    private final MappingService mappings;
    private final ConnectionService connections;
    private final MappingContexts contexts;

    DryRunPreparer(MappingService mappings, ConnectionService connections, MappingContexts contexts) {
        this.mappings = mappings;
        this.connections = connections;
        this.contexts = contexts;
    }

    /** A dry run made ready. */
    record Prepared(DryRunScope scope, SourceClient client, SourceSchema schema) {}

    /** Asks the source: call it outside of any transaction. Throws {@link SourceException}. */
    Prepared prepare(DryRun dryRun) {
        TableMapping mapping = mappings.get(dryRun.mappingId());
        connections.requireUnblocked(mapping.connectionId());
        SourceClient client = connections.client(mapping.connectionId());
        MappingDocument document = dryRun.document();
        SourceSchema schema = client.joined(client.describe(mapping.objectName()), joined(dryRun));
        List<FieldError> errors = MappingValidator.check(document, schema);
        if (!errors.isEmpty()) {
            Wording detail = errors.getFirst().detail();
            throw new SourceException(
                    SourceFailure.REFUSED,
                    new Wording(
                            "連携元の項目が変わったため、事前確認できません: " + detail.ja(),
                            "The source has changed and the mapping cannot be tried: " + detail.en()));
        }
        MappingContext context = contexts.of(mapping.connectionId());
        DryRunScope scope = new DryRunScope(
                mapping.id(),
                new RawKey(mapping.connectionId(), mapping.objectName()),
                document,
                new CompiledMapping(document, schema, context),
                published(dryRun, schema, context),
                new FactTexts(document.dataset()),
                recordUrl(client, mapping.objectName()));
        return new Prepared(scope, client, schema);
    }

    /** What the draft and what runs now read of parents. */
    private Set<String> joined(DryRun dryRun) {
        Set<String> joined = new HashSet<>(DocumentCodes.joined(dryRun.document()));
        Integer version = dryRun.publishedVersion();
        if (version != null) {
            joined.addAll(DocumentCodes.joined(
                    mappings.getVersion(dryRun.mappingId(), version).document()));
        }
        return joined;
    }

    /** What runs now, as far as the source still has what it reads. */
    private @Nullable CompiledMapping published(DryRun dryRun, SourceSchema schema, MappingContext context) {
        Integer version = dryRun.publishedVersion();
        if (version == null) {
            return null;
        }
        MappingDocument document =
                mappings.getVersion(dryRun.mappingId(), version).document();
        Set<FieldMapping> broken = new HashSet<>();
        List<FieldMapping> fields = document.fields();
        List<FieldError> errors = MappingValidator.check(document, schema);
        for (int i = 0; i < fields.size(); i++) {
            String at = "/fields/" + i + "/";
            if (errors.stream().anyMatch(error -> error.pointer().startsWith(at))) {
                broken.add(fields.get(i));
            }
        }
        List<FieldMapping> left = new ArrayList<>(fields);
        left.removeAll(broken);
        MappingDocument readable = document.withFields(left);
        return MappingValidator.check(readable, schema).isEmpty()
                ? new CompiledMapping(readable, schema, context)
                : null;
    }

    /** Asked for once: the client may have to sign in for it. */
    private static Function<String, Optional<String>> recordUrl(SourceClient client, String objectName) {
        Optional<String> pattern = client.recordUrl(objectName, PLACE);
        return recordId -> pattern.map(url -> url.replace(PLACE, recordId));
    }
}
