package dev.minori.sync.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
    @Test
    void everyKindOfChangeIsToldOnceAndNothingElse() {
        SourceSchema before = schema(
                field("同じ", "string", true, false),
                field("消える", "date", true, false),
                field("型", "double", true, false),
                field("必須", "string", true, false),
                field("権限", "string", true, false));
        SourceSchema after = schema(
                field("権限", "string", false, false),
                field("必須", "string", true, true),
                field("型", "string", true, false),
                field("同じ", "string", true, false),
                field("新しい", "boolean", true, false));

        assertThat(SchemaDiff.between(before, after))
                .containsExactlyInAnyOrder(
                        new FieldChange(ChangeKind.REMOVED, "消える", "消える", "date", null),
                        new FieldChange(ChangeKind.RETYPED, "型", "型", "double", "string"),
                        new FieldChange(ChangeKind.MADE_REQUIRED, "必須", "必須", "string", "string"),
                        new FieldChange(ChangeKind.ACCESS_LOST, "権限", "権限", "string", "string"),
                        new FieldChange(ChangeKind.ADDED, "新しい", "新しい", null, "boolean"));
        assertThat(SchemaDiff.between(after, after)).isEmpty();
    }

    private static SourceSchema schema(SourceField... fields) {
        return new SourceSchema("App", "アプリ", "Id", null, List.of(fields));
    }

    private static SourceField field(String code, String type, boolean readable, boolean required) {
        return new SourceField(
                code, code, SourceType.TEXT, type, FieldRole.DATA, true, readable, false, null, required);
    }
}
