package dev.minori.sync.check;

import dev.minori.sync.check.CheckedObject.CheckedField;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.mapping.document.StarterMappings;
import dev.minori.sync.schema.MappedFields;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SpentCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at a source as its connection's user sees it, and keeps nothing of what it saw. Reads only. */
@ApplicationScoped
public class ConnectionCheck {
    private static final long KINTONE_CALLS_PER_APP = 10_000;

    private final ConnectionService connections;
    private final StarterMappings starters;

    ConnectionCheck(ConnectionService connections, StarterMappings starters) {
        this.connections = connections;
        this.starters = starters;
    }

    /**
     * Checks objects. Call it outside of any transaction.
     *
     * @param wanted names of the objects; none means those that ready-made mappings read, at kintone every app
     */
    public CheckResult check(UUID connectionId, List<String> wanted) {
        Connection connection = connections.get(connectionId);
        SpentCalls spent = new SpentCalls();
        List<CheckResult> result = new ArrayList<>();
        spent.during(() -> result.add(connections.ask(
                connectionId, client -> CallPurpose.CHECK.call(() -> check(connection, client, wanted, spent)))));
        return result.getFirst();
    }

    private CheckResult check(Connection connection, SourceClient client, List<String> wanted, SpentCalls spent) {
        List<CheckedObject> objects = new ArrayList<>();
        for (String name : names(connection, client, wanted)) {
            objects.add(check(connection, client, name));
        }
        boolean salesforce = connection.settings() instanceof ConnectionSettings.Salesforce;
        return new CheckResult(
                objects,
                allowance(connection, client),
                salesforce ? PermissionSet.xml(objects) : null,
                spent.unwritten());
    }

    private Set<String> names(Connection connection, SourceClient client, List<String> wanted) {
        if (!wanted.isEmpty()) {
            return new LinkedHashSet<>(wanted);
        }
        Set<String> names = new LinkedHashSet<>();
        switch (connection.settings()) {
            case ConnectionSettings.Salesforce _ ->
                starters.listFor(connection.settings().system())
                        .forEach(starter -> names.add(starter.document().object()));
            case ConnectionSettings.Kintone kintone -> kintone.appIds().forEach(app -> names.add(String.valueOf(app)));
            case ConnectionSettings.Http() -> client.objects().forEach(object -> names.add(object.name()));
        }
        return names;
    }

    private CheckedObject check(Connection connection, SourceClient client, String name) {
        Set<String> needed = neededOf(connection, name);
        SourceSchema schema = describe(client, name);
        if (schema == null) {
            return new CheckedObject(name, null, false, 0, List.of(), List.copyOf(needed), 0);
        }
        long records = client.count(new ReadPlan(schema, null, Set.of()));
        Set<String> missing = new TreeSet<>(needed);
        schema.fields().stream().filter(SourceField::readable).forEach(field -> missing.remove(field.code()));
        return new CheckedObject(
                name,
                schema.label(),
                true,
                records,
                schema.fields().stream()
                        .map(field -> new CheckedField(field, verdict(field, needed)))
                        .toList(),
                List.copyOf(missing),
                CallEstimate.perDay(connection.settings(), records));
    }

    /** Only Salesforce's standard names mean the same in every org; kintone's apps are everybody's own. */
    private Set<String> neededOf(Connection connection, String name) {
        Set<String> needed = new TreeSet<>();
        if (connection.settings() instanceof ConnectionSettings.Salesforce) {
            starters.listFor(connection.settings().system()).stream()
                    .filter(starter -> starter.document().object().equals(name))
                    .forEach(starter -> needed.addAll(MappedFields.of(starter.document())));
        }
        return needed;
    }

    private static FieldVerdict verdict(SourceField field, Set<String> needed) {
        if (!field.readable()) {
            return FieldVerdict.UNREADABLE;
        }
        if (SecretGuess.of(field)) {
            return FieldVerdict.SECRET;
        }
        return field.personal() && !needed.contains(field.code()) ? FieldVerdict.PERSONAL : FieldVerdict.READ;
    }

    /** Null if there is no such object for the connection's user. */
    private static @Nullable SourceSchema describe(SourceClient client, String name) {
        try {
            return client.describe(name);
        } catch (SourceException refused) {
            if (refused.failure() == SourceFailure.REFUSED) {
                return null;
            }
            throw refused;
        }
    }

    private static @Nullable ApiAllowance allowance(Connection connection, SourceClient client) {
        return switch (connection.settings()) {
            case ConnectionSettings.Salesforce _ -> client.allowance().orElse(null);
            case ConnectionSettings.Kintone kintone ->
                new ApiAllowance(0, KINTONE_CALLS_PER_APP * kintone.appIds().size());
            case ConnectionSettings.Http() -> null;
        };
    }
}
