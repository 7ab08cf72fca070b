package dev.minori.sync.mapping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
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

    private static String text(String resource) throws IOException {
        try (InputStream in = MappingFormatTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
