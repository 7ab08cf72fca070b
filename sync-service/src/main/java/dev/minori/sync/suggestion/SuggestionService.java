package dev.minori.sync.suggestion;

import dev.minori.events.fact.Dataset;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.identity.CustomerIdentities;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at an object, at a few of its records and at the customers that are known, and suggests a mapping. */
@ApplicationScoped
public class SuggestionService {
    private static final int SAMPLES = 100;
    private static final int CODE_LENGTH = 100;

    private final ConnectionService connections;
    private final MappingService mappings;
    private final CustomerIdentities identities;
    private final Transactions transactions;

    SuggestionService(
            ConnectionService connections,
            MappingService mappings,
            CustomerIdentities identities,
            Transactions transactions) {
        this.connections = connections;
        this.mappings = mappings;
        this.identities = identities;
        this.transactions = transactions;
    }

    /**
     * Suggests how to map the object. Asks the source, and keeps nothing: call it outside of any transaction.
     *
     * @param wanted the dataset that somebody chose; null for the likeliest
     */
    public Guess suggest(UUID connectionId, String objectName, @Nullable Dataset wanted) {
        Connection connection = connections.get(connectionId);
        SourceSchema schema = connections.ask(connectionId, client -> client.describe(objectName));
        Set<String> personal = schema.fields().stream()
                .filter(SourceField::personal)
                .map(SourceField::code)
                .collect(Collectors.toUnmodifiableSet());
        Samples samples =
                new Samples(connections.ask(connectionId, client -> sample(client, schema, personal)), personal);
        Set<String> customerObjects = mappings.listPublished(connectionId).stream()
                .filter(mapping -> mapping.dataset() == Dataset.CUSTOMER)
                .map(TableMapping::objectName)
                .collect(Collectors.toUnmodifiableSet());
        return new Guesser(schema, samples, customerObjects, knownCodes(schema, samples))
                .guess(connection.name(), wanted);
    }

    /** Without what looks personal: a suggestion needs none of it. */
    private static List<SourceRecord> sample(SourceClient client, SourceSchema schema, Set<String> personal) {
        List<SourceRecord> records = new ArrayList<>();
        try (RecordStream stream = client.readAll(new ReadPlan(schema, null, personal).limitedTo(SAMPLES), null)) {
            Optional<RecordChunk> chunk = stream.next();
            while (chunk.isPresent() && records.size() < SAMPLES) {
                records.addAll(chunk.get().records());
                chunk = records.size() < SAMPLES ? stream.next() : Optional.empty();
            }
        }
        return records.stream().limit(SAMPLES).toList();
    }

    private Set<String> knownCodes(SourceSchema schema, Samples samples) {
        Set<String> texts = new HashSet<>();
        for (SourceField field : schema.fields()) {
            if (field.type() == SourceType.TEXT) {
                samples.texts(field.code()).stream()
                        .filter(text -> text.length() <= CODE_LENGTH)
                        .forEach(texts::add);
            }
        }
        return transactions.call(() -> Set.copyOf(identities.findByCode(texts).keySet()));
    }
}
