package dev.minori.sync.mapping.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final SourceSchema SCHEMA = new SourceSchema(
            "1",
            "顧客管理",
            "$id",
            null,
            List.of(
                    field("会社名", SourceType.TEXT),
                    field("月額", SourceType.NUMBER),
                    field("席数", SourceType.NUMBER),
                    field("契約・終了日", SourceType.DAY),
                    field("解約済", SourceType.FLAG),
                    field("製品", SourceType.TEXTS)));
    private static final SourceRecord RECORD = record(Map.of(
            "会社名", new SourceValue.Text("みのり商事"),
            "月額", new SourceValue.Numeric(new BigDecimal("0.1")),
            "席数", new SourceValue.Numeric(new BigDecimal("3")),
            "契約・終了日", new SourceValue.Day(LocalDate.of(2026, 3, 31)),
            "解約済", new SourceValue.Flag(false),
            "製品", new SourceValue.Texts(List.of("基本", "追加"))));

    @Test
    void fieldsAreReachedByTheirJapaneseCodes() {
        assertThat(evaluate("f(\"会社名\") + '様'", RECORD)).isEqualTo("みのり商事様");
        assertThat(evaluate("f('契約・終了日')", RECORD)).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void numbersAreExactDecimals() {
        assertThat((BigDecimal) evaluate("f(\"月額\") + 0.2", RECORD)).isEqualByComparingTo("0.3");
        assertThat((BigDecimal) evaluate("f(\"席数\") * 12 - 1", RECORD)).isEqualByComparingTo("35");
        assertThat(evaluate("f(\"席数\") == 3.0", RECORD)).isEqualTo(true);
        assertThat(evaluate("f(\"席数\") in [1, 2, 3]", RECORD)).isEqualTo(true);
    }

    @Test
    void whatLooksLikeAFieldInsideATextIsText() {
        assertThat(evaluate("'f(\"会社名\") 12'", RECORD)).isEqualTo("f(\"会社名\") 12");
    }

    @Test
    void listsAreIndexedFromZero() {
        assertThat(evaluate("f(\"製品\")[0]", RECORD)).isEqualTo("基本");
        assertThat(evaluate("'追加' in f(\"製品\") && size(f(\"製品\")) == 2", RECORD))
                .isEqualTo(true);
    }

    @Test
    void daysAreComparedAndMoved() {
        assertThat(evaluate("f(\"契約・終了日\") < date('2026-04-01')", RECORD)).isEqualTo(true);
        assertThat(evaluate("plusMonths(f(\"契約・終了日\"), -1)", RECORD)).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void whatIsEmptyIsUnknownUnlessItDoesNotMatter() {
        SourceRecord empty = record(Map.of("解約済", new SourceValue.Flag(true)));
        assertThat(evaluate("f(\"月額\") + 1", empty)).isNull();
        assertThat(evaluate("f(\"解約済\") || f(\"月額\") > 1", empty)).isEqualTo(true);
        assertThat(evaluate("known(\"月額\") ? f(\"月額\") : 0", empty)).isEqualTo(new BigDecimal("0"));
    }

    @Test
    void divisionByZeroIsUnknown() {
        assertThat(evaluate("f(\"席数\") / (f(\"席数\") - 3)", RECORD)).isNull();
    }

    @Test
    void mistakesNameTheirPlace() {
        FormulaException wrongKind =
                catchThrowableOfType(FormulaException.class, () -> Formula.compile("f(\"会社名\") + f(\"席数\")", SCHEMA));
        assertThat(wrongKind.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.column()).isBetween(9, 11));
        FormulaException unknown =
                catchThrowableOfType(FormulaException.class, () -> Formula.compile("f(\"社名\")", SCHEMA));
        assertThat(unknown.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("unknown-field");
            assertThat(issue.detail().ja()).contains("社名");
        });
    }

    @Test
    void nothingEscapesFromTheLanguage() {
        assertThatThrownBy(() -> Formula.compile("f(\"会社名\").getClass()", SCHEMA))
                .isInstanceOf(FormulaException.class);
        assertThatThrownBy(() -> Formula.compile("f(\"会社名\").matches('(a+)+')", SCHEMA))
                .isInstanceOf(FormulaException.class);
    }

    private static Object evaluate(String text, SourceRecord record) {
        try {
            return Formula.compile(text, SCHEMA).evaluate(record);
        } catch (FormulaException broken) {
            throw new AssertionError(text + ": " + broken.getMessage(), broken);
        }
    }

    private static SourceField field(String code, SourceType type) {
        return new SourceField(code, code, type, type.name(), FieldRole.DATA, true, true, false, null);
    }

    private static SourceRecord record(Map<String, SourceValue> values) {
        return new SourceRecord("1", null, false, new TreeMap<>(values));
    }
}
