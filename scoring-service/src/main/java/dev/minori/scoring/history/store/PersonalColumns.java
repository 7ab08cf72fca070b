package dev.minori.scoring.history.store;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Overwrites the personal columns, which the target schemas name, in every version of the facts; and quotes of them. */
@ApplicationScoped
class PersonalColumns implements PersonalData {
    private static final List<Dataset> DATASETS =
            List.of(Dataset.CONTACT, Dataset.SURVEY_RESPONSE, Dataset.MESSAGE, Dataset.TICKET);

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        int rows = 0;
        for (Dataset dataset : DATASETS) {
            FactTable table = FactTable.of(dataset);
            List<String> personal = table.columns().stream()
                    .filter(column -> column.field().personal())
                    .map(FactTable.Column::name)
                    .toList();
            String overwritten =
                    personal.stream().map(column -> column + " = NULL").collect(Collectors.joining(", "));
            String present =
                    personal.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" OR "));
            for (String name : List.of(table.history(), table.current())) {
                rows += update(
                        connection,
                        "UPDATE " + name + " SET " + overwritten + " WHERE workspace_id = ? AND fact_id = ANY (?) AND ("
                                + present + ")",
                        erasure);
            }
        }
        // Only stays of messages quote what people wrote.
        return rows
                + update(
                        connection,
                        "UPDATE segment_membership SET evidence = '{}', label = NULL WHERE workspace_id = ?"
                                + " AND subject_id = ANY (?) AND dataset = 'message' AND evidence <> '{}'",
                        erasure);
    }

    private static int update(Connection connection, String sql, Erasure erasure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, WorkspaceContext.current());
            statement.setArray(
                    2, connection.createArrayOf("uuid", erasure.allFactIds().toArray()));
            return statement.executeUpdate();
        }
    }
}
