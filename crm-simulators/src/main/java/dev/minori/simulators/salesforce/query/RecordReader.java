package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.salesforce.soql.Compiler;
import dev.minori.simulators.salesforce.soql.Query;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one record by id, through the same translation that queries go. */
public final class RecordReader {

    private final Database database;
    private final Clock clock;

    public RecordReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The record as JSON; null for fields gives all of them. */
    public byte[] read(Call call, ObjectType object, String id, @Nullable List<String> fields) throws SQLException {
        List<String> names =
                fields == null ? object.fields().stream().map(Field::name).toList() : fields;
        List<Query.Selected> select = new ArrayList<>();
        for (String name : names) {
            select.add(new Query.Selected.OfField(new Query.Path(List.of(name.split("\\.")), 0), null));
        }
        Query.Path idPath = new Query.Path(List.of("Id"), 0);
        Query query = Query.ofRecords(
                select,
                object.name(),
                new Query.Condition.Compare(idPath, "=", new Query.Literal.Text(id, 0)),
                String.join(",", names));
        Compiled compiled = Compiler.compile(
                query,
                call.org().schema(),
                clock.instant().atZone(call.org().zone()).toLocalDate(),
                call.org().zone(),
                true);
        RecordLayout layout = new RecordLayout(compiled, call.dataRoot());
        return database.transact(connection -> {
            try (PreparedStatement statement = Sql.prepare(
                            connection,
                            "select " + layout.selectList() + " from " + compiled.from() + compiled.where(),
                            compiled.parameters().toArray());
                    ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw SalesforceFault.notFound();
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
                    layout.write(json, row);
                }
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
