package dev.minori.scoring.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing a user writes reaches the database as SQL text. */
class SqlSafetyTest {
    private static final ExpressionLanguage LANGUAGE = new ExpressionLanguage();
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE customer_profile; --",
            "\\' OR 1=1 --",
            "$1",
            "?",
            "§",
            "{0}",
            "\"",
            "E'\\\\x00'",
            "/* */",
            "current_setting('minori.workspace')",
            "a\u202Eb",
            "\n\r\t");

    @Test
    void sqlTextDoesNotDependOnLiterals() {
        for (String template : List.of(
                "customer.name == %s",
                "customer.name.contains(%s)",
                "customer.phase in [%s, \"x\"]",
                "customer.name.mentions([%s])",
                "messages.exists(m, m.text.contains(%s))",
                "orElse(customer.phase, %s) + %<s == \"y\"")) {
            Sql harmless = sql(template.formatted("\"harmless\""));
            for (String hostile : HOSTILE) {
                String literal = quoted(hostile.isBlank() ? hostile + "x" : hostile);
                assertThat(sql(template.formatted(literal)).text())
                        .as("%s with %s", template, literal)
                        .isEqualTo(harmless.text());
            }
        }
    }

    @Test
    void namesOfRecordsDoNotReachTheSql() {
        assertThat(sql("usage.sum(pg_sleep, pg_sleep.activeUsers) > 1").text())
                .isEqualTo(sql("usage.sum(u, u.activeUsers) > 1").text());
    }

    @Test
    void mutatedExpressionsAreUnderstoodOrRefusedAndNeverLeak() {
        List<String> seeds = new ArrayList<>();
        RandomExpressions expressions = new RandomExpressions(7);
        for (int i = 0; i < 150; i++) {
            seeds.add(expressions.truth(3));
        }
        List<String> splices = new ArrayList<>(HOSTILE);
        splices.addAll(List.of(
                "(",
                ")",
                "[",
                "]",
                ".",
                ",",
                "'",
                "@sum(",
                "@append(",
                "@rows",
                "null",
                "usage",
                "customer",
                "b'x'",
                "1u",
                "{}",
                "Customer{}",
                "1e400",
                "has(",
                "now()",
                "\u0000",
                "\uD800",
                "−",
                "９",
                "_+_(1,2)",
                "`a`"));
        Random random = new Random(11);
        int understood = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int cut = random.nextInt(3); cut >= 0; cut--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, splices.get(random.nextInt(splices.size())));
            }
            try {
                Sql sql = sql(text.toString());
                understood++;
                assertThat(sql.text()).matches("[\\x20-\\x7E\\n]*").doesNotContain("DROP", "--", "/*", ";");
                assertThat(sql.text().chars().filter(c -> c == '?').count())
                        .isEqualTo(sql.values().size());
            } catch (InvalidExpressionException refused) {
                assertThat(refused.issues()).isNotEmpty();
            }
        }
        assertThat(understood).as("some mutations stay valid").isGreaterThan(20);
    }

    @Test
    void hugeExpressionsAreRefused() {
        String deep = "(".repeat(200) + "1" + ")".repeat(200) + " > 0";
        String wide = "1" + " + 1".repeat(2_000) + " > 0";
        for (String text : List.of(deep, wide)) {
            assertThat(catchIssues(text)).isNotEmpty();
        }
    }

    private static List<ExpressionIssue> catchIssues(String text) {
        try {
            LANGUAGE.compile(Scope.CUSTOMER, text);
            return List.of();
        } catch (InvalidExpressionException e) {
            return e.issues();
        }
    }

    private static Sql sql(String text) {
        Expression expression = LANGUAGE.compile(Scope.CUSTOMER, text);
        return SetQuery.withEvidence(Scope.CUSTOMER, List.of(expression)).statement();
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }
}
