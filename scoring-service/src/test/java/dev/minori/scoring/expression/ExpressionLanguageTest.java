package dev.minori.scoring.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ExpressionLanguageTest {
    private final ExpressionLanguage language = new ExpressionLanguage();

    @Test
    void unknownNamesAreToldWithTheirPlaceInBothLanguages() {
        ExpressionIssue issue = refused("customer.name == \"x\" &&\n  顧客.name == \"y\"".replace("顧客", "account"));

        assertThat(issue.line()).isEqualTo(2);
        assertThat(issue.column()).isEqualTo(3);
        assertThat(issue.code()).isEqualTo("unknown-name");
        assertThat(issue.japanese()).contains("account").contains("ありません");
        assertThat(issue.english()).contains("account");
    }

    @Test
    void unknownFieldsAreTold() {
        assertThat(refused("contracts.exists(c, c.endday > today)").code()).isEqualTo("unknown-field");
    }

    @Test
    void typesMustFit() {
        assertThat(refused("customer.name > 3").code()).isEqualTo("wrong-type");
        assertThat(refused("today + 6 > today").code()).isEqualTo("wrong-type");
    }

    @Test
    void numbersPromote() {
        assertThat(language.compile(Scope.MEASURE, "customer.employees + 1").type())
                .isEqualTo(ValueType.NUMBER);
        assertThat(language.compile(Scope.MEASURE, "1 / 2").type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void measuresCannotLookAtTheHealthTheyMake() {
        InvalidExpressionException refused = catchThrowableOfType(
                InvalidExpressionException.class, () -> language.compile(Scope.MEASURE, "health.points"));
        assertThat(refused.issues().getFirst().code()).isEqualTo("unknown-name");
    }

    @Test
    void theResultMustBeWhatIsAskedFor() {
        InvalidExpressionException refused = catchThrowableOfType(
                InvalidExpressionException.class,
                () -> language.compile(Scope.CUSTOMER, "customer.employees", ValueType.BOOLEAN));
        assertThat(refused.issues().getFirst().japanese()).contains("真偽値").contains("数値");
    }

    @Test
    void recordsCannotBeReadInsideRecords() {
        assertThat(refused("usage.exists(u, contracts.count() > 1)").code()).isEqualTo("nested-records");
    }

    @Test
    void regularExpressionsNullAndUnwrittenPeriodsAreRefused() {
        assertThat(refused("customer.name.matches(\"a+\")").code()).isEqualTo("unknown-name");
        assertThat(refused("orElse(customer.phase, null) == \"x\"").code()).isEqualTo("wrong-type");
        assertThat(refused("usage.last(days(-1)).count() > 1").code()).isEqualTo("out-of-range");
    }

    @Test
    void onlyExpressionsThatLookAtTheClockDependOnIt() {
        assertThat(language.compile(Scope.CUSTOMER, "messages.exists(m, m.sentAt > now - hours(1))")
                        .dependsOnNow())
                .isTrue();
        assertThat(language.compile(Scope.CUSTOMER, "usage.last(days(7)).count() == 0")
                        .dependsOnNow())
                .isFalse();
    }

    private ExpressionIssue refused(String text) {
        return catchThrowableOfType(InvalidExpressionException.class, () -> language.compile(Scope.CUSTOMER, text))
                .issues()
                .getFirst();
    }
}
