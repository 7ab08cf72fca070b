package dev.minori.simulators.kintone.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.query.KintoneQuery.Condition;
import dev.minori.simulators.kintone.query.KintoneQuery.Order;
import dev.minori.simulators.kintone.query.KintoneQuery.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @Test
    void readsConditionsOrderAndWindow() {
        KintoneQuery query = QueryParser.parse(
                "顧客コード = \"C-1\" and (NPS < 7 or コメント is not empty) order by 更新日時 desc, $id asc limit 500 offset 10000");
        assertThat(query.condition())
                .isInstanceOfSatisfying(
                        Condition.And.class, and -> assertThat(and.parts()).hasSize(2));
        assertThat(query.orderBy()).containsExactly(new Order("更新日時", true), new Order("$id", false));
        assertThat(query.limit()).isEqualTo(500);
        assertThat(query.offset()).isEqualTo(10_000);
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(QueryParser.parse("A = 1 or B = 2 and C = 3").condition())
                .isInstanceOfSatisfying(
                        Condition.Or.class, or -> assertThat(or.parts().get(1)).isInstanceOf(Condition.And.class));
    }

    @Test
    void anEmptyQueryFindsAHundredOfEverything() {
        KintoneQuery query = QueryParser.parse("");
        assertThat(query.condition()).isNull();
        assertThat(query.limit()).isEqualTo(100);
    }

    @Test
    void fieldCodesMayHoldUnderscoresAndSigns() {
        assertThat(QueryParser.parse("文字列__1行_ = \"テスト\"").condition())
                .isEqualTo(new Condition.Comparison("文字列__1行_", "=", List.of(new Value.Literal("テスト"))));
    }

    @Test
    void quotedTextMayHoldEscapesAndLookLikeSyntax() {
        assertThat(QueryParser.parse("X = \"a\\\"b\\\\c\\tand )\"").condition())
                .isEqualTo(new Condition.Comparison("X", "=", List.of(new Value.Literal("a\"b\\c\tand )"))));
    }

    @Test
    void functionsKeepTheirArguments() {
        assertThat(QueryParser.parse("日付 >= FROM_TODAY(-7, DAYS)").condition())
                .isEqualTo(new Condition.Comparison(
                        "日付", ">=", List.of(new Value.Function("FROM_TODAY", List.of("-7", "DAYS")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "会社名 ===",
                "会社名",
                "会社名 = ",
                "= \"a\"",
                "A = \"x\" B = \"y\"",
                "A in \"x\"",
                "A in ()",
                "(A = 1",
                "A = \"unterminated",
                "A = \"raw\ttab\"",
                "limit x",
                "limit 1 order by A"
            })
    void refusesBrokenSyntax(String query) {
        assertThatThrownBy(() -> QueryParser.parse(query)).isInstanceOfSatisfying(KintoneFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("CB_VA01");
            assertThat(fault.errors()).containsKey("query");
        });
    }

    @Test
    void windowsHaveTheirLimits() {
        assertThatThrownBy(() -> QueryParser.parse("limit 501"))
                .isInstanceOfSatisfying(
                        KintoneFault.class, fault -> assertThat(fault.code()).isEqualTo("GAIA_QU01"));
        assertThatThrownBy(() -> QueryParser.parse("offset 10001"))
                .isInstanceOfSatisfying(
                        KintoneFault.class, fault -> assertThat(fault.code()).isEqualTo("GAIA_QU02"));
    }
}
