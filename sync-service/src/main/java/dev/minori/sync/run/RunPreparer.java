package dev.minori.sync.run;

import dev.minori.events.Origin;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.OwnerLinks;
import dev.minori.sync.mapping.CompiledMapping;
import dev.minori.sync.mapping.DocumentCodes;
import dev.minori.sync.mapping.MappingContexts;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.MappingValidator;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Gathers what a run needs: the client, the source as described now, the mapping made ready. */
@ApplicationScoped
class RunPreparer {
    private static final String PLACE = "RECORD-ID";

    private final ConnectionService connections;
    private final MappingService mappings;
    private final MappingContexts contexts;
    private final OwnerLinks owners;
    private final SchemaCache schemas;

    RunPreparer(
            ConnectionService connections,
            MappingService mappings,
            MappingContexts contexts,
            OwnerLinks owners,
            SchemaCache schemas) {
        this.connections = connections;
        this.mappings = mappings;
        this.contexts = contexts;
        this.owners = owners;
        this.schemas = schemas;
    }

    /** A run made ready. */
    record Prepared(
            SyncRun run,
            RunDecision decision,
            RunScope scope,
            Connection connection,
            SourceClient client,
            ReadPlan plan) {}

    /** Prepares a claimed run. Throws {@link SourceException} if the source cannot be asked. */
    Prepared prepare(SyncRun run, RunTicket ticket, RunDecision decision) {
        Connection connection = connections.get(run.connectionId());
        SourceClient client = connections.client(run.connectionId());
        MappingDocument document =
                mappings.getVersion(run.mappingId(), run.mappingVersion()).document();
        SourceSchema schema = client.joined(
                schemas.describe(
                        run.connectionId(),
                        run.objectName(),
                        client,
                        run.kind() == RunKind.FULL && run.resumeAt() == null),
                DocumentCodes.joined(document));
        List<FieldError> errors = MappingValidator.check(document, schema);
        if (!errors.isEmpty()) {
            Wording detail = errors.getFirst().detail();
            throw new SourceException(
                    SourceFailure.REFUSED,
                    new Wording(
                            "連携元の項目が変わったため、テーブルマッピングを実行できません: " + detail.ja(),
                            "The source has changed and the mapping cannot run: " + detail.en()));
        }
        if (needsOwners(document) && run.kind() == RunKind.FULL && run.resumeAt() == null) {
            owners.refresh(run.connectionId(), client.users());
        }
        RunScope scope = scope(run, ticket, connection, client, document, schema, decision.countsSeen());
        ReadPlan plan = new ReadPlan(schema, document.filter(), document.excludedFields());
        return new Prepared(run, decision, scope, connection, client, plan);
    }

    /** The scope in which rows of another mapping are tried again on behalf of a run. */
    RunScope scopeOf(UUID mappingId, RunTicket ticket, RunKind kind, Origin origin) {
        var mapping = mappings.get(mappingId);
        Integer version = mapping.publishedVersion();
        if (version == null) {
            throw new IllegalStateException("mapping " + mappingId + " is not published");
        }
        Connection connection = connections.get(mapping.connectionId());
        SourceClient client = connections.client(mapping.connectionId());
        MappingDocument document = mappings.getVersion(mappingId, version).document();
        SourceSchema schema = client.joined(
                schemas.describe(mapping.connectionId(), mapping.objectName(), client, false),
                DocumentCodes.joined(document));
        return new RunScope(
                ticket,
                mappingId,
                version,
                new RawKey(mapping.connectionId(), mapping.objectName()),
                connection.settings().system(),
                document,
                compile(document, schema, mapping.connectionId()),
                kind,
                origin,
                false,
                false,
                recordUrl(client, mapping.objectName()));
    }

    private RunScope scope(
            SyncRun run,
            RunTicket ticket,
            Connection connection,
            SourceClient client,
            MappingDocument document,
            SourceSchema schema,
            boolean countsSeen) {
        boolean silent = run.firstLoad() || !run.kind().readsSource();
        return new RunScope(
                ticket,
                run.mappingId(),
                run.mappingVersion(),
                new RawKey(run.connectionId(), run.objectName()),
                connection.settings().system(),
                document,
                compile(document, schema, run.connectionId()),
                run.kind(),
                silent ? Origin.BACKFILL : Origin.LIVE,
                run.kind() == RunKind.REPUBLISH,
                countsSeen,
                recordUrl(client, run.objectName()));
    }

    private CompiledMapping compile(MappingDocument document, SourceSchema schema, UUID connectionId) {
        return new CompiledMapping(document, schema, contexts.of(connectionId));
    }

    private static boolean needsOwners(MappingDocument document) {
        TargetSchema target = TargetSchema.of(document.dataset());
        return document.fields().stream()
                .flatMap(mapping -> target.field(mapping.target()).stream())
                .anyMatch(field -> field.kind() == FieldKind.MEMBER);
    }

    /** Asked for once: the client may have to sign in for it, which has no place in a chunk's transaction. */
    private static Function<String, Optional<String>> recordUrl(SourceClient client, String objectName) {
        Optional<String> pattern;
        try {
            pattern = client.recordUrl(objectName, PLACE);
        } catch (SourceException _) {
            pattern = Optional.empty();
        }
        Optional<String> found = pattern;
        return recordId -> found.map(url -> url.replace(PLACE, recordId));
    }
}
