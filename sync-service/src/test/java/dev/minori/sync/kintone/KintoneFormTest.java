package dev.minori.sync.kintone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import org.junit.jupiter.api.Test;

/** A form as its maker left it: codes renamed, in full width, with dots. */
class KintoneFormTest {
    private static final String FORM = """
            {"properties": {
              "最終更新・日時": {"type": "UPDATED_TIME", "code": "最終更新・日時", "label": "更新日時"},
              "更新日時": {"type": "DATETIME", "code": "更新日時", "label": "更新日時(手入力)"},
              "ＭＲＲ": {"type": "CALC", "code": "ＭＲＲ", "label": "MRR", "format": "NUMBER_DIGIT"},
              "顧客コード": {"type": "SINGLE_LINE_TEXT", "code": "顧客コード", "label": "顧客",
                "lookup": {"relatedApp": {"app": "1"}}},
              "明細": {"type": "SUBTABLE", "code": "明細", "label": "明細", "fields": {
                "金額": {"type": "NUMBER", "code": "金額", "label": "金額(税抜)"},
                "納品日": {"type": "DATE", "code": "納品日", "label": "納品日"}}},
              "見出し": {"type": "LABEL", "code": "見出し", "label": "見出し"}}}
            """;

    @Test
    void theChangeStampIsFoundByItsTypeWhateverItIsCalled() throws JsonProcessingException {
        assertThat(schema().changeField()).isEqualTo("最終更新・日時");
        assertThat(schema().field("ＭＲＲ").map(SourceField::type)).contains(SourceType.NUMBER);
        assertThat(schema().field("見出し")).isEmpty();
    }

    @Test
    void aLookupIsAFieldThatNamesTheAppItLooksInto() throws JsonProcessingException {
        assertThat(schema().field("顧客コード")).hasValueSatisfying(field -> {
            assertThat(field.role()).isEqualTo(FieldRole.REFERENCE);
            assertThat(field.referenceTo()).isEqualTo("1");
            assertThat(field.readable()).isTrue();
        });
    }

    @Test
    void columnsOfATableAreKnownWithTheirTypes() throws JsonProcessingException {
        assertThat(schema().tables().get("明細"))
                .extracting(SourceField::code, SourceField::type)
                .containsExactlyInAnyOrder(tuple("金額", SourceType.NUMBER), tuple("納品日", SourceType.DAY));
    }

    private static SourceSchema schema() throws JsonProcessingException {
        return KintoneForm.schema(7, "受注", new ObjectMapper().readTree(FORM));
    }
}
