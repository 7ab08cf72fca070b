package dev.minori.simulators.kintone.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Map<String, Value> RECORD = Map.of(
            "a", Value.of(new BigDecimal("7")),
            "単価（税抜）", Value.of(new BigDecimal("120")),
            "空", new Value.Nothing(),
            "名前", Value.of("実り"),
            "タグ", new Value.Many(List.of(Value.of("重点"), Value.of("新規"))),
            "数量", new Value.Many(List.of(Value.of(10), Value.of(20), Value.of(BigDecimal.ZERO))),
            "日", Value.of(1_777_075_200L));

    private static Value value(String formula) {
        return Formula.parse(formula)
                .evaluate(RECORD::get, (dividend, divisor) -> dividend.divide(divisor, 4, RoundingMode.HALF_EVEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "1 / 3 | 0.3333",
                "1/7 | 0.1429",
                "7 * 0.1 | 0.7",
                "4 ^ 1.5 | 4",
                "4 ^ -2 | 0.0625",
                "-a + 3 | -4",
                "単価（税抜） * 1.1 | 132",
                "SUM(数量) | 30",
                "sum(1, 2, a) | 10",
                "IF(a > 10, a * 2, a / 2) | 3.5",
                "IF(AND(a >= 7, NOT(a = 8)), 1, 0) | 1",
                "OR(a < 1, 名前 = \"実り\") | 1",
                "a <> 7 | 0",
                "ROUND(3.14159, 2) | 3.14",
                "ROUNDUP(3.14159, 2) | 3.15",
                "ROUNDDOWN(3.14159, 2) | 3.14",
                "CONTAINS(タグ, \"重点\") | 1",
                "日 + 86400 | 1777161600",
                "IF(空 = \"\", 1, 2) | 1"
            })
    void numbersComeOut(String formula, BigDecimal expected) {
        assertThat(value(formula)).isInstanceOf(Value.Num.class);
        assertThat(((Value.Num) value(formula)).number()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "名前 & \" \" & a | 実り 7",
                "YEN(1234567.5, 1) | ¥1,234,567.5",
                "DATE_FORMAT(日, \"YYYY-MM-dd\", \"Asia/Tokyo\") | 2026-04-25",
                "IF(a > 1, \"大\", \"小\") | 大"
            })
    void textsComeOut(String formula, String expected) {
        assertThat(value(formula)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a / 0", "名前 + 1", "空 + 1", "2 ^ 101", "タグ & \"x\"", "名前 < \"x\""})
    void whatCannotBeCalculatedHasNoResult(String formula) {
        assertThatThrownBy(() -> value(formula)).isInstanceOf(FormulaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "(1", "MEDIAN(a)", "1 2", "SUM(", "\"open"})
    void whatIsNoFormulaIsRefused(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOf(FormulaException.class);
    }

    @Test
    void aFormulaTellsWhichFieldsItNeeds() {
        assertThat(Formula.parse("SUM(数量) * 単価（税抜） - IF(a > 1, b, \"c\")").fields())
                .containsExactly("数量", "単価（税抜）", "a", "b");
    }
}
