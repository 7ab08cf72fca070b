package dev.minori.sync.mapping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.sync.mapping.FailurePolicy;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.MappingDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salesforce-account",
                "salesforce-contact",
                "salesforce-contract",
                "salesforce-case",
                "salesforce-email-message",
                "salesforce-daily-usage",
                "kintone-customer",
                "kintone-survey-response"
            })
    void startersKeepEverythingThroughBothSpellings(String starter) throws IOException {
        MappingDocument read = MappingFormat.YAML.read(text("/starter/mappings/" + starter + ".yaml"));
        assertThat(MappingFormat.YAML.read(MappingFormat.YAML.write(read))).isEqualTo(read);
        assertThat(MappingFormat.JSON.read(MappingFormat.JSON.write(read))).isEqualTo(read);
        assertThat(read.schedule()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read.fields())
                .as("ready-made mappings need no formula")
                .noneMatch(field -> field.from() instanceof FieldSource.Cel);
    }

    @Test
    void everyMistakeOfFormComesBackWithItsPlace() {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> MappingFormat.YAML.read("""
                        name: 契約
                        object: Contract
                        dataset: kontrakt
                        schedul: PT5M
                        fields:
                          - target: startDate
                            from: {copi: StartDate}
                          - from: {convert: {field: Seats__c, as: integer}}
                        """));
        assertThat(refused.errors())
                .extracting(FieldError::pointer)
                .contains(
                        "/connection",
                        "/dataset",
                        "/schedul",
                        "/fields/0/from/copi",
                        "/fields/0/from",
                        "/fields/1/target",
                        "/fields/1/from/convert/as");
    }

    @Test
    void defaultsUnitsAndFailuresSurviveBothSpellings() {
        MappingDocument read = MappingFormat.YAML.read("""
                name: 契約
                connection: kintone-demo
                object: "7"
                dataset: contract
                customerLink: {customerCode: {field: 顧客コード}}
                fields:
                  - {target: startDate, from: {copy: 契約・開始日（予定）}}
                  - {target: mrr, from: {money: {field: 月額（千円）, times: 1000}}}
                  - {target: seats, from: {convert: {field: 席数, as: wholeNumber, times: 0.5}}, default: 1, onFailure: default}
                """);

        assertThat(read.fields().get(1).from())
                .isInstanceOfSatisfying(
                        FieldSource.Money.class,
                        money -> assertThat(money.times()).isEqualTo("1000"));
        assertThat(read.fields().get(2).otherwise()).isEqualTo("1");
        assertThat(read.fields().get(2).onFailure()).isEqualTo(FailurePolicy.DEFAULT);
        assertThat(MappingFormat.YAML.read(MappingFormat.YAML.write(read))).isEqualTo(read);
        assertThat(MappingFormat.JSON.read(MappingFormat.JSON.write(read))).isEqualTo(read);
    }

    @Test
    void versionsAreComparedFieldByField() {
        MappingDocument before = MappingFormat.YAML.read("""
                name: 契約
                connection: kintone-demo
                object: "7"
                filter: 状態 in ("有効")
                dataset: contract
                fields:
                  - {target: startDate, from: {copy: 開始日}}
                  - {target: seats, from: {copy: 席数}}
                """);
        MappingDocument after = MappingFormat.YAML.read("""
                name: 契約
                connection: kintone-demo
                object: "7"
                dataset: contract
                fields:
                  - {target: productName, from: {copy: 製品}}
                  - {target: startDate, from: {firstNonEmpty: [開始日, 申込日]}}
                """);

        assertThat(DocumentDifferences.between(before, before)).isEmpty();
        assertThat(DocumentDifferences.between(before, after))
                .containsExactlyInAnyOrder(
                        new DocumentDifference("fields", "productName", null, "{\"from\":{\"copy\":\"製品\"}}"),
                        new DocumentDifference(
                                "fields",
                                "startDate",
                                "{\"from\":{\"copy\":\"開始日\"}}",
                                "{\"from\":{\"firstNonEmpty\":[\"開始日\",\"申込日\"]}}"),
                        new DocumentDifference("fields", "seats", "{\"from\":{\"copy\":\"席数\"}}", null),
                        new DocumentDifference("filter", null, "\"状態 in (\\\"有効\\\")\"", null));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = MappingFormatTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
