package dev.minori.sync.mapping.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rows of a table inside a kintone record, as the API gives them. */
class TableColumnTest {
    private static final SourceValue ROWS = new SourceValue.Structure("""
            [{"id":"1","value":{"品名":{"type":"SINGLE_LINE_TEXT","value":"基本"},
               "金額":{"type":"NUMBER","value":"1000.5"},"納品日":{"type":"DATE","value":"2026-04-01"},
               "色":{"type":"CHECK_BOX","value":["赤","青"]}}},
             {"id":"2","value":{"品名":{"type":"SINGLE_LINE_TEXT","value":""},
               "金額":{"type":"NUMBER","value":""},"納品日":{"type":"DATE","value":null},
               "色":{"type":"CHECK_BOX","value":[]}}},
             {"id":"3","value":{"品名":{"type":"SINGLE_LINE_TEXT","value":"追加"},
               "金額":{"type":"NUMBER","value":"-200"},"納品日":{"type":"DATE","value":"2026-03-01"},
               "担当":{"type":"USER_SELECT","value":[{"code":"sato","name":"佐藤"}]}}}]
            """);

    @Test
    void aColumnIsTakenAsOneValue() {
        assertThat(taken("sum(明細.金額)", SourceType.NUMBER)).isEqualTo(number("800.5"));
        assertThat(taken("min(明細.金額)", SourceType.NUMBER)).isEqualTo(number("-200"));
        assertThat(taken("max(明細.納品日)", SourceType.DAY)).isEqualTo(new SourceValue.Day(LocalDate.of(2026, 4, 1)));
        assertThat(taken("first(明細.品名)", SourceType.TEXT)).isEqualTo(new SourceValue.Text("基本"));
        assertThat(taken("last(明細.品名)", SourceType.TEXT)).isEqualTo(new SourceValue.Text("追加"));
        assertThat(taken("join(明細.品名)", SourceType.TEXT)).isEqualTo(new SourceValue.Text("基本、追加"));
        assertThat(taken("first(明細.担当)", SourceType.TEXT)).isEqualTo(new SourceValue.Text("sato"));
    }

    @Test
    void emptyCellsAreNoValuesAndOfNoRowsOnlyTheCountIsKnown() {
        assertThat(taken("count(明細.品名)", SourceType.TEXT)).isEqualTo(number("2"));
        TableColumn count = TableColumn.parse("count(明細.品名)").orElseThrow();
        TableColumn sum = TableColumn.parse("sum(明細.金額)").orElseThrow();
        assertThat(count.value(null, SourceType.TEXT)).isEqualTo(number("0"));
        assertThat(sum.value(null, SourceType.NUMBER)).isNull();
        assertThat(sum.value(new SourceValue.Structure("[]"), SourceType.NUMBER))
                .isNull();
    }

    @Test
    void aCellThatCannotBeReadMakesTheWholeUnreadable() {
        assertThat(taken("sum(明細.品名)", SourceType.NUMBER))
                .isEqualTo(new SourceValue.Unreadable("基本", SourceType.NUMBER));
    }

    @Test
    void whatIsNoColumnIsAFieldCode() {
        assertThat(TableColumn.parse("明細")).isEmpty();
        assertThat(TableColumn.parse("合計(明細.金額)")).isEmpty();
        assertThat(TableColumn.parse("sum(明細)")).isEmpty();
        assertThat(TableColumn.parse("sum(明細.金額)・税込")).isEmpty();
    }

    private static SourceValue taken(String code, SourceType type) {
        return TableColumn.parse(code).orElseThrow().value(ROWS, type);
    }

    private static SourceValue number(String number) {
        return new SourceValue.Numeric(new BigDecimal(number));
    }
}
