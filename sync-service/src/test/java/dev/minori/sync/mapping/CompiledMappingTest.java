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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompiledMappingTest {
    private static final SourceSchema SCHEMA = new SourceSchema(
            "契約",
            "契約",
            "$id",
            "更新日時",
            List.of(
                    field("$id", SourceType.NUMBER),
                    field("顧客コード", SourceType.TEXT),
                    field("契約開始日", SourceType.DAY),
                    field("契約終了日", SourceType.DAY),
                    field("年額", SourceType.NUMBER),
                    field("席数", SourceType.TEXT),
                    field("自動更新", SourceType.TEXT),
                    field("更新日時", SourceType.MOMENT)));

    @Test
    void aLastDayBecomesTheFirstDayAfter() {
        assertThat(contract(Map.of()).endDate()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aYearlyAmountIsToldPerMonthRoundedOnce() {
        assertThat(contract(Map.of("年額", "1000001")).mrr()).isEqualTo(new Money(83_333, "JPY"));
    }

    @Test
    void namedConversionsReadWhatPeopleTyped() {
        ContractValues contract = contract(Map.of("席数", "１，２００", "自動更新", "はい"));
        assertThat(contract.seats()).isEqualTo(1_200);
        assertThat(contract.autoRenew()).isTrue();
    }

    @Test
    void whatCannotBeReadRejectsTheRowWithFieldAndSample() {
        Rejection rejection = rejection(Map.of("年額", "応相談"));
        assertThat(rejection.reason()).isEqualTo("unreadable-value");
        assertThat(rejection.field()).isEqualTo("年額");
        assertThat(rejection.sample()).isEqualTo("応相談");
        assertThat(rejection(Map.of("席数", "たくさん")).reason()).isEqualTo("conversion-failed");
    }

    @Test
    void aRowWithoutARequiredValueOrCustomerIsRejected() {
        assertThat(rejection(Map.of("契約開始日", "")).reason()).isEqualTo("required-missing");
        assertThat(rejection(Map.of("顧客コード", "")).reason()).isEqualTo("customer-link-missing");
        assertThat(rejection(Map.of("契約終了日", "2024-01-01")).reason()).isEqualTo("ends-before-start");
    }

    @Test
    void samplesNeverHoldWhatTheDatabaseRefuses() {
        assertThat(rejection(Map.of("席数", "a\u0000b")).sample()).isEqualTo("a\\u0000b");
    }

    @Test
    void everyMistakeIsFoundOnSaving() {
        MappingDocument broken = new MappingDocument(
                "契約",
                "kintone",
                "契約",
                null,
                Dataset.CONTRACT,
                null,
                new CustomerLink.Self(),
                List.of(
                        new FieldMapping("startDate", new FieldSource.Copy("席数")),
                        new FieldMapping("endDate", new FieldSource.Copy("終了日")),
                        new FieldMapping("mrr", new FieldSource.Copy("年額")),
                        new FieldMapping("autoRenew", new FieldSource.Cel("f(\"席数\") + 1"))),
                Map.of("startDate", LastDayRule.LAST_DAY),
                null,
                Duration.ofMinutes(5),
                DeletePolicy.REMOVE,
                Set.of());
        assertThat(MappingValidator.check(broken, SCHEMA))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/fields/0/from/copy",
                        "/fields/1/from/copy",
                        "/fields/2/from",
                        "/fields/3/from/cel",
                        "/customerLink",
                        "/lastDayRules/startDate");
    }

    @Test
    void aValueOutOfItsRangeIsRejectedInBothLanguagesWithFieldAndSample() {
        SourceSchema answers = new SourceSchema(
                "アンケート",
                "アンケート",
                "$id",
                "更新日時",
                List.of(
                        field("$id", SourceType.NUMBER),
                        field("回答日", SourceType.DAY),
                        field("NPS", SourceType.NUMBER),
                        field("更新日時", SourceType.MOMENT)));
        MappingDocument document = new MappingDocument(
                "アンケート",
                "kintone",
                "アンケート",
                null,
                Dataset.SURVEY_RESPONSE,
                null,
                new CustomerLink.CustomerCode("NPS"),
                List.of(
                        new FieldMapping("respondedOn", new FieldSource.Copy("回答日")),
                        new FieldMapping("nps", new FieldSource.Copy("NPS"))),
                Map.of(),
                null,
                Duration.ofMinutes(5),
                DeletePolicy.REMOVE,
                Set.of());
        SourceRecord record = new SourceRecord(
                "7",
                null,
                false,
                new TreeMap<>(Map.of(
                        "回答日",
                        ValueHygiene.read("2026-11-01", SourceType.DAY),
                        "NPS",
                        ValueHygiene.read("11", SourceType.NUMBER))));

        MappingResult result = new CompiledMapping(
                        document, answers, new MappingContext(ZoneId.of("Asia/Tokyo"), "JPY", _ -> null))
                .map(record);

        assertThat(result).isInstanceOfSatisfying(MappingResult.Rejected.class, rejected -> {
            assertThat(rejected.rejection().reason()).isEqualTo("out-of-range");
            assertThat(rejected.rejection().field()).isEqualTo("nps");
            assertThat(rejected.rejection().sample()).isEqualTo("11");
            assertThat(rejected.rejection().detail().ja()).isEqualTo("「NPS」は0から10までの値です。");
            assertThat(rejected.rejection().detail().en()).isEqualTo("NPS goes from 0 to 10.");
        });
    }

    private static ContractValues contract(Map<String, String> changed) {
        if (map(changed) instanceof MappingResult.Mapped mapped && mapped.values() instanceof ContractValues contract) {
            return contract;
        }
        throw new AssertionError("rejected: " + map(changed));
    }

    private static Rejection rejection(Map<String, String> changed) {
        if (map(changed) instanceof MappingResult.Rejected(Rejection rejection)) {
            return rejection;
        }
        throw new AssertionError("not rejected: " + map(changed));
    }

    private static MappingResult map(Map<String, String> changed) {
        MappingDocument document = new MappingDocument(
                "契約",
                "kintone",
                "契約",
                null,
                Dataset.CONTRACT,
                null,
                new CustomerLink.CustomerCode("顧客コード"),
                List.of(
                        new FieldMapping("startDate", new FieldSource.Copy("契約開始日")),
                        new FieldMapping("endDate", new FieldSource.Copy("契約終了日")),
                        new FieldMapping("mrr", new FieldSource.Money("年額", null, null, Period.YEAR)),
                        new FieldMapping("seats", new FieldSource.Convert("席数", Conversion.WHOLE_NUMBER, null)),
                        new FieldMapping("autoRenew", new FieldSource.Convert("自動更新", Conversion.BOOLEAN, null))),
                Map.of(),
                null,
                Duration.ofMinutes(5),
                DeletePolicy.REMOVE,
                Set.of());
        assertThat(MappingValidator.check(document, SCHEMA)).isEmpty();
        Map<String, String> texts = new TreeMap<>(Map.of(
                "$id",
                "7",
                "顧客コード",
                "C-00007",
                "契約開始日",
                "2025-04-01",
                "契約終了日",
                "2026-03-31",
                "年額",
                "1200000",
                "席数",
                "10",
                "自動更新",
                "はい"));
        texts.putAll(changed);
        SortedMap<String, SourceValue> values = new TreeMap<>();
        texts.forEach((code, text) -> {
            if (!text.isEmpty()) {
                values.put(
                        code,
                        ValueHygiene.read(text, SCHEMA.field(code).orElseThrow().type()));
            }
        });
        return new CompiledMapping(document, SCHEMA, new MappingContext(ZoneId.of("Asia/Tokyo"), "JPY", _ -> null))
                .map(new SourceRecord("7", null, false, values));
    }

    private static SourceField field(String code, SourceType type) {
        return new SourceField(code, code, type, type.name(), FieldRole.DATA, true, true, false, null);
    }
}
