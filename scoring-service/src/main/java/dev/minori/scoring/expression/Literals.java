package dev.minori.scoring.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What must be written out in an expression because it decides how the query is made: days, periods, lists of words. */
final class Literals {
    /** Whole months from the first to the second date, as {@code ChronoUnit.MONTHS} counts them. */
    static final String MONTHS_BETWEEN = """
            (SELECT (m.n + CASE WHEN m.n > 0 AND m.d < 0 THEN -1 WHEN m.n < 0 AND m.d > 0 THEN 1 ELSE 0 END)::numeric
             FROM (SELECT (extract(YEAR FROM v.b) - extract(YEAR FROM v.a)) * 12
                          + extract(MONTH FROM v.b) - extract(MONTH FROM v.a) AS n,
                          extract(DAY FROM v.b) - extract(DAY FROM v.a) AS d
                   FROM (VALUES (§, §)) v(a, b)) m)""";

    private static final long MAX_YEARS = 100;

    private Literals() {}

    static String text(SqlTranslator translator, CelExpr expr) {
        String text = expr.constant().stringValue();
        if (text.indexOf('\0') >= 0 || !isWellFormed(text)) {
            throw translator.refuse(
                    expr, "unusable-text", "この文字列には使えない文字があります。", "This text has characters that cannot be used.");
        }
        return text;
    }

    static SqlValue.Day day(SqlTranslator translator, CelExpr expr) {
        if (isConstant(expr, CelConstant.Kind.STRING_VALUE)) {
            try {
                LocalDate day = LocalDate.parse(expr.constant().stringValue());
                if (day.getYear() >= 1 && day.getYear() <= 9999) {
                    return new SqlValue.Day(day);
                }
            } catch (DateTimeException _) {
                // Falls through to the one message for every text that is no day.
            }
        }
        throw translator.refuse(
                expr, "no-date", "日付は date(\"2026-04-01\") のように書いてください。", "Write dates as date(\"2026-04-01\").");
    }

    /** {@code months(6)} as a span. */
    static SqlValue.Span span(SqlTranslator translator, CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CALL && expr.call().args().size() == 1) {
            CelExpr amount = expr.call().args().getFirst();
            if (isConstant(amount, CelConstant.Kind.INT64_VALUE)) {
                long count = amount.constant().int64Value();
                SqlValue.Span span = switch (expr.call().function()) {
                    case "days" -> span(translator, expr, count, MAX_YEARS * 366, "P", "D");
                    case "weeks" -> span(translator, expr, count, MAX_YEARS * 52, "P", "W");
                    case "months" -> span(translator, expr, count, MAX_YEARS * 12, "P", "M");
                    case "years" -> span(translator, expr, count, MAX_YEARS, "P", "Y");
                    case "hours" -> span(translator, expr, count, MAX_YEARS * 366 * 24, "PT", "H");
                    default -> null;
                };
                if (span != null) {
                    return span;
                }
            }
        }
        throw translator.refuse(
                expr,
                "no-period",
                "期間は days(28) や months(6) のように数字で書いてください。",
                "Write periods with a number, for example days(28) or months(6).");
    }

    private static SqlValue.Span span(
            SqlTranslator translator, CelExpr at, long count, long max, String before, String after) {
        if (count < 0 || count > max) {
            throw translator.refuse(at, "out-of-range", "期間は 0 から 100 年までです。", "Periods go from 0 to 100 years.");
        }
        return new SqlValue.Span(before + count + after);
    }

    static List<CelExpr> elements(SqlTranslator translator, CelExpr list) {
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST
                || list.list().elements().isEmpty()) {
            throw translator.refuse(
                    list,
                    "no-list",
                    "一覧は [\"導入\", \"活用\"] のように書いてください。",
                    "Write the list out, for example [\"導入\", \"活用\"].");
        }
        return list.list().elements();
    }

    static List<String> words(SqlTranslator translator, CelExpr list) {
        return elements(translator, list).stream()
                .map(element -> {
                    if (!isConstant(element, CelConstant.Kind.STRING_VALUE)
                            || element.constant().stringValue().isBlank()) {
                        throw translator.refuse(
                                element, "no-word", "探す言葉を文字列で書いてください。", "Write the words to look for as texts.");
                    }
                    return text(translator, element);
                })
                .toList();
    }

    private static boolean isConstant(CelExpr expr, CelConstant.Kind kind) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == kind;
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
