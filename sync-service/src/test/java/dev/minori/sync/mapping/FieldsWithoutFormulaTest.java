package dev.minori.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Money;
import dev.minori.kit.problem.FieldError;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin says without writing a formula: defaults, units, amounts as people type them, and what a failure means. */
class FieldsWithoutFormulaTest {
    private static final SourceSchema SCHEMA = new SourceSchema(
            "7",
            "契約",
            "$id",
            "更新日時",
            List.of(
                    field("$id", SourceType.NUMBER),
                    field("顧客コード", SourceType.TEXT),
                    field("契約・開始日（予定）", SourceType.DAY),
                    field("ＭＲＲ", SourceType.TEXT),
                    field("月額（千円）", SourceType.NUMBER),
                    field("席数", SourceType.TEXT),
                    field("製品", SourceType.TEXT),
                    field("旧製品", SourceType.TEXT),
                    field("明細", SourceType.STRUCTURE),
                    field("更新日時", SourceType.MOMENT)),
            Map.of(
                    "明細",
                    List.of(
                            field("品名", SourceType.TEXT),
                            field("金額", SourceType.NUMBER),
                            field("人数", SourceType.NUMBER))));

    @Test
    void fieldsAreFoundByCodesOfAnyScript() {
        assertThat(contract(Map.of("契約・開始日（予定）", "2026-04-01")).startDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(contract(
                                Map.of("製品", "基本"),
                                new FieldMapping("productName", new FieldSource.Cel("f(\"製品\") + f('ＭＲＲ')")))
                        .productName())
                .as("nothing is known of a text that needs an empty one")
                .isNull();
    }

    @Test
    void anEmptyFieldTakesItsDefaultAndAFullOneDoesNot() {
        FieldMapping product =
                new FieldMapping("productName", new FieldSource.Copy("製品"), "基本プラン", FailurePolicy.REJECT);
        assertThat(contract(Map.of(), product).productName()).isEqualTo("基本プラン");
        assertThat(contract(Map.of("製品", "上位プラン"), product).productName()).isEqualTo("上位プラン");
    }

    @Test
    void theFirstFieldThatHasAValueIsTakenAndThenTheDefault() {
        FieldMapping product = new FieldMapping(
                "productName", new FieldSource.FirstNonEmpty(List.of("製品", "旧製品")), "不明", FailurePolicy.REJECT);
        assertThat(contract(Map.of("旧製品", "旧基本"), product).productName()).isEqualTo("旧基本");
        assertThat(contract(Map.of(), product).productName()).isEqualTo("不明");
    }

    @Test
    void whatCannotBeConvertedRejectsTheRowUnlessTheMappingSaysOtherwise() {
        FieldSource seats = new FieldSource.Convert("席数", Conversion.WHOLE_NUMBER, null);
        Map<String, String> typed = Map.of("席数", "応相談");
        assertThat(map(typed, new FieldMapping("seats", seats)))
                .isInstanceOfSatisfying(
                        MappingResult.Rejected.class,
                        rejected -> assertThat(rejected.rejection().reason()).isEqualTo("conversion-failed"));
        assertThat(contract(typed, new FieldMapping("seats", seats, null, FailurePolicy.EMPTY))
                        .seats())
                .isNull();
        assertThat(contract(typed, new FieldMapping("seats", seats, "5", FailurePolicy.DEFAULT))
                        .seats())
                .isEqualTo(5);
        assertThat(contract(typed, new FieldMapping("seats", seats, "5", FailurePolicy.EMPTY))
                        .seats())
                .as("a default is for what is empty, not for what failed")
                .isNull();
    }

    @Test
    void amountsInThousandsBecomeYen() {
        FieldMapping mrr = new FieldMapping(
                "mrr", new FieldSource.Money("月額（千円）", "JPY", null, Period.MONTH, new BigDecimal("1000")));
        assertThat(contract(Map.of("月額（千円）", "120.5"), mrr).mrr()).isEqualTo(new Money(120_500, "JPY"));
    }

    @ParameterizedTest
    @CsvSource({
        "'¥1,200,000', 1200000",
        "'￥１，２００，０００', 1200000",
        "'1200000円', 1200000",
        "'△1,200', -1200",
        "'▲ 50', -50",
        "'-¥300', -300",
        "'−300', -300",
    })
    void amountsAreReadAsPeopleTypeThem(String typed, long yen) {
        assertThat(contract(Map.of("ＭＲＲ", typed), mrrOfText()).mrr()).isEqualTo(new Money(yen, "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "12,34,567", "120万円", "約1000", "1e999999999", "1e-999999999", "NaN", "１２０万"})
    void whatIsNotPlainlyOneNumberIsRefused(String typed) {
        assertThat(map(Map.of("ＭＲＲ", typed), mrrOfText()))
                .isInstanceOfSatisfying(MappingResult.Rejected.class, rejected -> {
                    assertThat(rejected.rejection().reason()).isEqualTo("conversion-failed");
                    assertThat(rejected.rejection().sample()).isEqualTo(typed);
                });
    }

    @Test
    void columnsOfATableStandWhereFieldsDo() {
        String rows = """
                [{"id":"1","value":{"金額":{"type":"NUMBER","value":"1000"},"人数":{"type":"NUMBER","value":"3"}}},
                 {"id":"2","value":{"金額":{"type":"NUMBER","value":"500"},"人数":{"type":"NUMBER","value":"4"}}}]
                """;
        ContractValues contract = contract(
                Map.of("明細", rows),
                new FieldMapping(
                        "mrr", new FieldSource.Money("sum(明細.金額)", "JPY", null, Period.MONTH, new BigDecimal("1000"))),
                new FieldMapping("seats", new FieldSource.Cel("f(\"sum(明細.人数)\") + f('count(明細.人数)')")));
        assertThat(contract.mrr()).isEqualTo(new Money(1_500_000, "JPY"));
        assertThat(contract.seats()).isEqualTo(9);
    }

    @Test
    void aColumnThatIsNotThereOrCannotBeAddedUpIsAMistake() {
        assertThat(MappingValidator.check(
                        document(
                                new FieldMapping("seats", new FieldSource.Copy("sum(明細.数量)")),
                                new FieldMapping("productName", new FieldSource.Copy("sum(明細.品名)")),
                                new FieldMapping("mrr", new FieldSource.Money("sum(明細.金額)", null, null, Period.MONTH))),
                        SCHEMA))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/fields/1/from/copy", "/fields/2/from/copy");
    }

    @Test
    void mistakesInDefaultsAndUnitsAreFoundOnSaving() {
        assertThat(MappingValidator.check(
                        document(
                                new FieldMapping(
                                        "seats",
                                        new FieldSource.Convert("席数", Conversion.WHOLE_NUMBER, null, BigDecimal.ZERO),
                                        "たくさん",
                                        FailurePolicy.REJECT),
                                new FieldMapping(
                                        "productName",
                                        new FieldSource.Convert("製品", Conversion.TEXT, null, BigDecimal.TEN),
                                        null,
                                        FailurePolicy.DEFAULT),
                                new FieldMapping(
                                        "mrr",
                                        new FieldSource.Money("契約・開始日（予定）", null, null, Period.MONTH),
                                        "0",
                                        FailurePolicy.REJECT)),
                        SCHEMA))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/fields/1/from/convert/times",
                        "/fields/1/default",
                        "/fields/2/from/convert/times",
                        "/fields/2/onFailure",
                        "/fields/3/from/money/field",
                        "/fields/3/default");
    }

    private static FieldMapping mrrOfText() {
        return new FieldMapping("mrr", new FieldSource.Money("ＭＲＲ", "JPY", null, Period.MONTH));
    }

    private static ContractValues contract(Map<String, String> changed, FieldMapping... fields) {
        MappingResult result = map(changed, fields);
        if (result instanceof MappingResult.Mapped mapped && mapped.values() instanceof ContractValues contract) {
            return contract;
        }
        throw new AssertionError("rejected: " + result);
    }

    private static MappingResult map(Map<String, String> changed, FieldMapping... fields) {
        MappingDocument document = document(fields);
        assertThat(MappingValidator.check(document, SCHEMA)).isEmpty();
        Map<String, String> texts = new TreeMap<>(Map.of("顧客コード", "C-00007", "契約・開始日（予定）", "2025-04-01"));
        texts.putAll(changed);
        SortedMap<String, SourceValue> values = new TreeMap<>();
        texts.forEach((code, text) -> values.put(
                code, ValueHygiene.read(text, SCHEMA.field(code).orElseThrow().type())));
        return new CompiledMapping(document, SCHEMA, new MappingContext(ZoneId.of("Asia/Tokyo"), "JPY", _ -> null))
                .map(new SourceRecord("7", null, false, values));
    }

    private static MappingDocument document(FieldMapping... fields) {
        List<FieldMapping> all =
                new ArrayList<>(List.of(new FieldMapping("startDate", new FieldSource.Copy("契約・開始日（予定）"))));
        all.addAll(List.of(fields));
        return new MappingDocument(
                "契約",
                "kintone",
                "7",
                null,
                Dataset.CONTRACT,
                null,
                new CustomerLink.CustomerCode("顧客コード"),
                all,
                Map.of(),
                null,
                Duration.ofMinutes(5),
                DeletePolicy.REMOVE,
                Set.of());
    }

    private static SourceField field(String code, SourceType type) {
        return new SourceField(code, code, type, type.name(), FieldRole.DATA, true, true, false, null);
    }
}
