package dev.minori.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class DatabaseComponentTest {
    private final UUID workspace = UUID.randomUUID();

    @Inject
    Database database;

    @Test
    void withoutATransactionNothingRuns() {
        assertThatThrownBy(() -> WorkspaceContext.run(workspace, () -> database.update("delete from note")))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void everyKindOfParameterComesBackAsItWent() {
        UUID id = UUID.randomUUID();
        Instant instant = Instant.parse("2026-03-31T15:00:00.123456Z");
        assertThat(one("select ?::uuid as value", row -> row.uuid("value"), id)).isEqualTo(id);
        assertThat(one("select ?::text as value", row -> row.text("value"), "こもれび"))
                .isEqualTo("こもれび");
        assertThat(one("select ?::timestamptz as value", row -> row.instant("value"), instant))
                .isEqualTo(instant);
        assertThat(one("select ?::date as value", row -> row.day("value"), LocalDate.of(2026, 3, 31)))
                .isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(one("select ?::time = '09:30' as value", row -> row.flag("value"), LocalTime.of(9, 30)))
                .isEqualTo(true);
        assertThat(one("select ?::bytea as value", row -> row.bytes("value"), new byte[] {0, -1}))
                .isEqualTo(new byte[] {0, -1});
        assertThat(one("select ?::uuid[] as value", row -> row.uuids("value"), List.of(id)))
                .isEqualTo(List.of(id));
        assertThat(one("select ?::text[] as value", row -> row.texts("value"), (Object) new String[] {"見積もり", "\"{,"}))
                .isEqualTo(List.of("見積もり", "\"{,"));
        assertThat(one("select (?::timestamptz[])[1] as value", row -> row.instant("value"), List.of(instant)))
                .isEqualTo(instant);
        assertThat(one("select (?::bytea[])[1] as value", row -> row.bytes("value"), List.of(new byte[] {7})))
                .isEqualTo(new byte[] {7});
    }

    @Test
    void listOfNothingFitsEveryColumn() {
        String sql = "select count(*)::int as value from note where %s = any(?)";
        for (String column : List.of("id", "text", "version")) {
            assertThat(one(sql.formatted(column), row -> row.integer("value"), List.of()))
                    .as(column)
                    .isEqualTo(0);
        }
        assertThat(one(sql.formatted("id"), row -> row.integer("value"), (Object) new UUID[0]))
                .isEqualTo(0);
    }

    @Test
    void nullIsTakenWhereItIsExpectedAndRefusedWhereItIsNot() {
        Map<String, Function<Row, @Nullable Object>> tolerant = Map.of(
                "uuid", row -> row.findUuid("value"),
                "text", row -> row.findText("value"),
                "bigint", row -> row.findNumber("value"),
                "integer", row -> row.findInteger("value"),
                "double precision", row -> row.findDecimal("value"),
                "timestamptz", row -> row.findInstant("value"),
                "date", row -> row.findDay("value"),
                "time", row -> row.findTime("value"),
                "bytea", row -> row.findBytes("value"));
        Map<String, Function<Row, Object>> strict = Map.of(
                "uuid", row -> row.uuid("value"),
                "text", row -> row.text("value"),
                "timestamptz", row -> row.instant("value"),
                "date", row -> row.day("value"),
                "bytea", row -> row.bytes("value"),
                "uuid[]", row -> row.uuids("value"),
                "text[]", row -> row.texts("value"));
        tolerant.forEach((type, column) -> assertThat(one(nothing(type), row -> column.apply(row) == null))
                .as(type)
                .isEqualTo(true));
        strict.forEach((type, column) ->
                assertThatThrownBy(() -> one(nothing(type), column)).as(type).hasMessage("value"));
    }

    private static String nothing(String type) {
        return "select null::" + type + " as value";
    }

    private Object one(String sql, Function<Row, ?> mapper, Object... parameters) {
        return WorkspaceContext.call(
                workspace,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> database.one(sql, mapper, parameters).orElseThrow()));
    }
}
