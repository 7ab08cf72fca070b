package dev.minori.scoring.expression.store;

import dev.minori.events.fact.Dataset;
import dev.minori.scoring.expression.FactRef;
import dev.minori.scoring.expression.Input;
import dev.minori.scoring.expression.SetQuery;
import dev.minori.scoring.expression.SetRow;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one row of a generated statement, column by column as {@link SetQuery} lays them out. */
final class RowReader {
    private final ResultSet row;
    private int column;

    private RowReader(ResultSet row) {
        this.row = row;
    }

    static SetRow row(SetQuery query, ResultSet result) throws SQLException {
        return new RowReader(result).read(query);
    }

    private SetRow read(SetQuery query) throws SQLException {
        UUID customerId = uuid();
        UUID subjectId = uuid();
        String label = row.getString(++column);
        FactRef customerFact = new FactRef(uuid(), row.getLong(++column));
        Instant customerSince = instant();
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < query.questions().size(); i++) {
            texts.add(row.getString(++column));
        }
        List<SetRow.Value> values = new ArrayList<>();
        for (int i = 0; i < query.questions().size(); i++) {
            SetQuery.Question question = query.questions().get(i);
            List<Input> inputs = new ArrayList<>();
            if (query.isWithInputs()) {
                for (SetQuery.Look look : question.looks()) {
                    inputs.add(input(look));
                }
                if (!question.customerFields().isEmpty()) {
                    inputs.add(new Input(
                            Dataset.CUSTOMER,
                            "customer",
                            String.join(", ", question.customerFields()),
                            Dataset.CUSTOMER.japanese(),
                            Dataset.CUSTOMER.english(),
                            1,
                            List.of(customerFact),
                            customerSince));
                }
            }
            values.add(new SetRow.Value(question.type(), texts.get(i), inputs));
        }
        Map<String, String> evidence = new LinkedHashMap<>();
        for (String name : query.evidenceNames()) {
            String text = row.getString(++column);
            if (text != null) {
                evidence.put(name, text);
            }
        }
        return new SetRow(customerId, subjectId, label, values, evidence);
    }

    private Input input(SetQuery.Look look) throws SQLException {
        long count = row.getLong(++column);
        UUID[] ids = array(UUID[].class);
        Long[] versions = array(Long[].class);
        List<FactRef> sample = new ArrayList<>();
        if (ids != null && versions != null) {
            for (int i = 0; i < ids.length; i++) {
                sample.add(new FactRef(ids[i], versions[i]));
            }
        }
        return new Input(
                look.dataset(), look.key(), look.field(), look.japanese(), look.english(), count, sample, instant());
    }

    private <T> @Nullable T array(Class<T> type) throws SQLException {
        Array array = row.getArray(++column);
        return array == null ? null : type.cast(array.getArray());
    }

    private UUID uuid() throws SQLException {
        return row.getObject(++column, UUID.class);
    }

    private @Nullable Instant instant() throws SQLException {
        OffsetDateTime time = row.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
