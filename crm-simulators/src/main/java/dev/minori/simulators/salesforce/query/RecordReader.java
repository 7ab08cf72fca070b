package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.salesforce.soql.Compiler;
import dev.minori.simulators.salesforce.soql.Query;
import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Reading;
import dev.minori.simulators.store.CopiedRows;
import dev.minori.simulators.store.Database;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records by id, through the same translation that queries go. */
public final class RecordReader {

    private static final Query.Path ID = new Query.Path(List.of("Id"), 0);

    private final Database database;
    private final Clock clock;

    public RecordReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The record as JSON, deleted or not; null for fields gives all of them. */
    public byte[] read(Call call, ObjectType object, String id, @Nullable List<String> fields) throws SQLException {
        List<String> names =
                fields == null ? object.fields().stream().map(Field::name).toList() : fields;
        Condition own = new Condition.Compare(ID, "=", new Query.Literal.Text(id, 0));
        Compiled compiled = compiled(call, object, names, own);
        RecordLayout layout = new RecordLayout(compiled, call.dataRoot());
        return database.transact(connection -> {
            try (CopiedRows row = CopiedRows.of(
                    connection,
                    "select " + layout.selectList() + " from " + compiled.from() + compiled.where(),
                    compiled.parameters())) {
                if (!row.next()) {
                    throw SalesforceFault.notFound();
                }
                return json(layout, row).copy();
            }
        });
    }

    /** An array of records in the order of the ids; null stands for one that is not there. */
    public byte[] readAll(Call call, ObjectType object, List<String> ids, List<String> fields) throws SQLException {
        List<Query.Literal> literals = new ArrayList<>();
        ids.forEach(id -> literals.add(new Query.Literal.Text(id, 0)));
        Condition all = new Condition.And(List.of(
                new Condition.InList(ID, false, literals),
                new Condition.Compare(new Query.Path(List.of("IsDeleted"), 0), "=", new Query.Literal.Bool(false, 0))));
        Compiled compiled = compiled(call, object, fields, all);
        RecordLayout layout = new RecordLayout(compiled, call.dataRoot());
        Map<String, String> found = new HashMap<>();
        database.run(connection -> {
            try (CopiedRows row = CopiedRows.of(
                    connection,
                    "select " + layout.selectList() + " from " + compiled.from() + compiled.where(),
                    compiled.parameters())) {
                while (row.next()) {
                    found.put(layout.id(row), json(layout, row).toString());
                }
            }
        });
        return ids.stream()
                .map(id -> SalesforceId.normalise(id).map(found::get).orElse("null"))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Compiled compiled(Call call, ObjectType object, List<String> names, Condition condition) {
        List<Query.Selected> select = new ArrayList<>();
        for (String name : names) {
            select.add(new Query.Selected.OfField(new Query.Path(List.of(name.split("\\.")), 0), null));
        }
        return Compiler.compile(
                Query.ofRecords(select, object.name(), condition, String.join(",", names)),
                Reading.of(call.org(), call.session().userId(), clock),
                true);
    }

    private static JsonBytes json(RecordLayout layout, CopiedRows row) {
        JsonBytes json = new JsonBytes(layout.usualBytes());
        layout.write(json, row);
        return json;
    }
}
