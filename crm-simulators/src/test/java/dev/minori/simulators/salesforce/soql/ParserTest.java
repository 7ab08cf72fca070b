package dev.minori.simulators.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Query.Literal;
import dev.minori.simulators.salesforce.soql.Query.Selected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    @Test
    void readsEveryPartOfAQuery() {
        Query query = Parser.parse("select Id, Owner.Name owner_name FROM Account a WHERE a.Name like '%精機%'"
                + " ORDER BY Name DESC NULLS LAST, Id LIMIT 20 OFFSET 40 ALL ROWS");
        assertThat(query.select()).hasSize(2);
        assertThat(query.select().get(1))
                .isEqualTo(new Selected.OfField(new Query.Path(List.of("Owner", "Name"), 11), "owner_name"));
        assertThat(query.from()).isEqualTo("Account");
        assertThat(query.alias()).isEqualTo("a");
        assertThat(query.orderBy()).hasSize(2);
        assertThat(query.orderBy().getFirst().descending()).isTrue();
        assertThat(query.orderBy().getFirst().nullsLast()).isTrue();
        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.offset()).isEqualTo(40);
        assertThat(query.allRows()).isTrue();
    }

    @Test
    void readsLiteralsOfEveryKind() {
        assertThat(literal("'it\\'s'"))
                .isInstanceOfSatisfying(
                        Literal.Text.class,
                        text -> assertThat(Texts.decode(text.raw())).isEqualTo("it's"));
        assertThat(literal("-1.5e3"))
                .isInstanceOfSatisfying(
                        Literal.Numeric.class,
                        number -> assertThat(number.value()).isEqualByComparingTo(new BigDecimal(-1500)));
        assertThat(literal("TRUE"))
                .isInstanceOfSatisfying(
                        Literal.Bool.class, bool -> assertThat(bool.value()).isTrue());
        assertThat(literal("null")).isInstanceOf(Literal.Null.class);
        assertThat(literal("2026-03-31"))
                .isInstanceOfSatisfying(
                        Literal.Date.class, date -> assertThat(date.value()).isEqualTo(LocalDate.of(2026, 3, 31)));
        assertThat(literal("2026-03-31T09:00:00+09:00"))
                .isInstanceOfSatisfying(
                        Literal.DateTime.class,
                        time -> assertThat(time.value()).isEqualTo(Instant.parse("2026-03-31T00:00:00Z")));
        assertThat(literal("2026-03-31T09:00:00.000Z")).isInstanceOf(Literal.DateTime.class);
        assertThat(literal("LAST_N_DAYS:7"))
                .isInstanceOfSatisfying(
                        Literal.Relative.class,
                        range -> assertThat(range.count()).isEqualTo(7));
    }

    private static Literal literal(String text) {
        Query query = Parser.parse("SELECT Id FROM Account WHERE X = " + text);
        return ((Condition.Compare) Objects.requireNonNull(query.where())).literal();
    }

    @Test
    void andDoesNotMixWithOrUnlessParenthesesSayHow() {
        assertThatThrownBy(() -> Parser.parse("SELECT Id FROM A WHERE X = 1 AND Y = 2 OR Z = 3"))
                .isInstanceOf(SoqlException.class)
                .hasMessageContaining("unexpected token: 'OR'");
        assertThat(Parser.parse("SELECT Id FROM A WHERE X = 1 AND (Y = 2 OR Z = 3)")
                        .where())
                .isInstanceOf(Condition.And.class);
        assertThat(Parser.parse("SELECT Id FROM A WHERE (NOT X = 1) OR Y IN (1, 2)")
                        .where())
                .isInstanceOf(Condition.Or.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email != null)",
                "SELECT COUNT() FROM Account",
                "SELECT FIELDS(ALL) FROM Account LIMIT 200",
                "SELECT Industry, COUNT(Id) total, AVG(NumberOfEmployees) FROM Account GROUP BY Industry",
                "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
                "SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) y, COUNT(Id) FROM A GROUP BY CALENDAR_YEAR(convertTimezone(CreatedDate)) HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC NULLS LAST",
                "SELECT Industry, GROUPING(Industry), COUNT(Id) FROM Account GROUP BY CUBE(Industry, Phase__c)",
                "SELECT Id, (SELECT Id FROM Contacts WHERE LastName LIKE 'A%' ORDER BY LastName LIMIT 5) FROM Account USING SCOPE everything",
                "SELECT toLabel(Status) FROM Contract WHERE toLabel(Status) = 'x' AND EndDate = N_FISCAL_QUARTERS_AGO:2",
                "SELECT\n\tId\nFROM\n\tAccount\n",
                "SELECT Id FROM Account WHERE Multi__c INCLUDES ('a;b', 'c') AND Other__c EXCLUDES ('d')",
                "SELECT Id FROM Account WHERE Name NOT IN ('a','b') AND CreatedDate = THIS_FISCAL_YEAR"
            })
    void acceptsTheGrammarOfTheReference(String soql) {
        assertThat(Parser.parse(soql).select()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELEC Id FROM Account | SELEC",
                "SELECT FROM Account | FROM",
                "SELECT Id FROM | <EOF>",
                "SELECT Id FROM Account WHERE | <EOF>",
                "SELECT Id FROM Account WHERE Name = | <EOF>",
                "SELECT Id FROM Account WHERE Name == 'a' | =",
                "SELECT Id FROM Account WHERE Name IN () | )",
                "SELECT Id FROM Account LIMIT -1 | -1",
                "SELECT Id FROM Account LIMIT 10 garbage | garbage",
                "SELECT Id Name, FROM Account | FROM"
            })
    void namesTheWordItDidNotExpect(String soql, String token) {
        assertThatThrownBy(() -> Parser.parse(soql)).isInstanceOfSatisfying(SoqlException.class, e -> {
            assertThat(e.code()).isEqualTo("MALFORMED_QUERY");
            assertThat(e.text()).contains("unexpected token: '" + token + "'").contains("ERROR at Row:1:Column:");
        });
    }

    @Test
    void pointsIntoTheRightLine() {
        assertThatThrownBy(() -> Parser.parse("SELECT Id\nFROM Account\nWHERE Name 5"))
                .isInstanceOfSatisfying(
                        SoqlException.class,
                        e -> assertThat(e.text()).startsWith("\nWHERE Name 5\n           ^\nERROR at Row:3:Column:12"));
    }

    @Test
    void refusesByNameWhatIsRealButNotOffered() {
        assertThatThrownBy(() -> Parser.parse("SELECT TYPEOF What WHEN Account THEN Name END FROM Event"))
                .isInstanceOfSatisfying(SoqlException.class, e -> {
                    assertThat(e.code()).isEqualTo("FUNCTIONALITY_NOT_ENABLED");
                    assertThat(e.text()).contains("TYPEOF").contains("not offered");
                });
    }
}
