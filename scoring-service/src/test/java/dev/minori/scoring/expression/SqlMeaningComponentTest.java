package dev.minori.scoring.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.scoring.expression.store.Readers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL means what the expression means: each is evaluated on PostgreSQL and by an interpreter, on seeded customers. */
class SqlMeaningComponentTest {
    private static final ExpressionLanguage LANGUAGE = new ExpressionLanguage();
    private static final int EXPRESSIONS_A_KIND = 120;

    private static TestWorld world;
    private static SetReader reader;

    @BeforeAll
    static void createWorld() throws Exception {
        world = TestWorld.create(40);
        reader = Readers.on(world.database());
    }

    @Test
    void randomExpressionsMeanTheSameInSql() {
        RandomExpressions random = new RandomExpressions(20261122);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS_A_KIND; i++) {
            texts.add(random.number(3));
            texts.add(random.truth(3));
            texts.add(random.text(3));
            texts.add(random.date(3));
        }
        int known = 0;
        for (int i = 0; i < texts.size(); i += 8) {
            known += compare(texts.subList(i, Math.min(i + 8, texts.size())));
        }
        assertThat(known)
                .as("values that were known, so that not nothing was compared")
                .isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0",
                "customer.employees / 0",
                "0.1 + 0.2 == 0.3",
                "1 + 0.5",
                "9223372036854775807 * 9223372036854775807",
                "customer.phase == \"導入\" || true",
                "customer.phase == \"導入\" && false",
                "\"Ａ\" > \"a\" && \"𠮷\" > \"Ａ\"",
                "customer.phase > \"a\" || customer.industry <= \"a\"",
                "customer.phase < customer.industry",
                "usage.last(days(28)).sum(u, u.activeUsers) / usage.previous(days(28)).sum(u, u.activeUsers) - 1",
                "usage.filter(u, u.activeUsers > 0).max(u, u.day).daysUntil(today)",
                "contracts.min(c, c.startDate).monthsUntil(today)",
                "contracts.filter(c, c.inForce && !has(c.cancelledOn)).count()",
                "surveyResponses.last(days(180)).avg(s, s.nps >= 9 ? 100 : s.nps <= 6 ? -100 : 0)",
                "messages.exists(m, (orElse(m.subject, \"\") + \" \" + orElse(m.text, \"\")).mentions([\"アップセル\"]))",
                "\"Voilà l'ÉTÉ\".mentions([\"été\"])",
                "\"Ё-МОБИЛЬ ＡＢＣ\".mentions([\"ё-мобиль abc\"])",
                "date(\"2024-02-29\") + years(1) == date(\"2025-02-28\")",
                "date(\"2026-08-31\") + months(6)",
                "date(\"2026-08-31\").monthsUntil(date(\"2026-09-30\"))",
                "messages.all(m, m.sentAt <= now)",
                "usage.all(u, u.activeUsers >= 0)"
            })
    void chosenExpressionsMeanTheSameInSql(String text) {
        compare(List.of(text));
    }

    private static int compare(List<String> texts) {
        List<Expression> expressions = texts.stream()
                .map(text -> LANGUAGE.compile(Scope.CUSTOMER, text))
                .toList();
        List<SetRow> rows = reader.read(
                TestWorld.MOMENT,
                SetQuery.withInputs(Scope.CUSTOMER, expressions),
                world.customers().keySet());
        assertThat(rows).hasSameSizeAs(world.customers().keySet());
        int known = 0;
        for (SetRow row : rows) {
            for (int i = 0; i < texts.size(); i++) {
                Object expected = meaning(row.customerId(), expressions.get(i));
                SetRow.Value actual = row.values().get(i);
                assertThat(isSame(expected, actual))
                        .as("%s: expected %s, SQL says %s", texts.get(i), expected, actual.text())
                        .isTrue();
                known += expected == null ? 0 : 1;
            }
        }
        return known;
    }

    private static @Nullable Object meaning(UUID customerId, Expression expression) {
        TestWorld.Customer customer = world.customers().get(customerId);
        return new Interpreter(customer.rows(), Map.copyOf(customer.sets()), TestWorld.MOMENT)
                .value(expression.ast().getExpr());
    }

    private static boolean isSame(@Nullable Object expected, SetRow.Value actual) {
        String text = actual.text();
        if (expected == null || text == null) {
            return expected == null && text == null;
        }
        return switch (expected) {
            case BigDecimal number -> {
                BigDecimal difference = number.subtract(new BigDecimal(text)).abs();
                yield difference.compareTo(number.abs().movePointLeft(12).max(new BigDecimal("1e-12"))) <= 0;
            }
            case LocalDate day -> day.toString().equals(text);
            case Instant at ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .withZone(TestWorld.MOMENT.zone())
                        .withZone(TestWorld.MOMENT.zone())
                        .format(at.atOffset(ZoneOffset.UTC))
                        .equals(text);
            default -> expected.toString().equals(text);
        };
    }
}
