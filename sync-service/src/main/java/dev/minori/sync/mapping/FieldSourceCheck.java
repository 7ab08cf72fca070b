package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.FieldError;
import dev.minori.sync.mapping.expression.Formula;
import dev.minori.sync.mapping.expression.FormulaException;
import dev.minori.sync.mapping.expression.FormulaIssue;
import dev.minori.sync.mapping.expression.FormulaType;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks whether what fills a target field can fill it. */
final class FieldSourceCheck {
    private final SourceSchema source;
    private final Mistakes mistakes;

    FieldSourceCheck(SourceSchema source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    /** @param at pointer to the place of {@code from} in the document */
    void check(FieldSource from, TargetSchema.Field field, String at) {
        if (field.kind() == FieldKind.MONEY && !(from instanceof FieldSource.Money)) {
            mistakes.error(at, "money-expected", "金額の項目には money を使います。", "An amount of money is mapped with money.");
            return;
        }
        switch (from) {
            case FieldSource.Copy(String code) -> copied(code, field, at + "/copy");
            case FieldSource.Constant(String value) -> constant(value, field, at + "/constant");
            case FieldSource.ValueMap map -> {
                mistakes.known(map.field(), at + "/valueMap/field");
                map.map().forEach((key, value) -> constant(value, field, at + "/valueMap/map/" + escaped(key)));
                if (map.otherwise() != null) {
                    constant(map.otherwise(), field, at + "/valueMap/otherwise");
                }
            }
            case FieldSource.FirstNonEmpty(List<String> codes) -> {
                for (int i = 0; i < codes.size(); i++) {
                    copied(codes.get(i), field, at + "/firstNonEmpty/" + i);
                }
            }
            case FieldSource.Join(List<String> codes, String _) -> {
                for (int i = 0; i < codes.size(); i++) {
                    mistakes.known(codes.get(i), at + "/join/fields/" + i);
                }
                if (field.kind() != FieldKind.TEXT) {
                    mistakes.error(at, "wrong-kind", "join は文字列の項目だけに使えます。", "join fills text only.");
                }
            }
            case FieldSource.Convert convert -> converted(convert, field, at + "/convert");
            case FieldSource.Money money -> money(money, field, at + "/money");
            case FieldSource.Cel(String expression) -> formula(expression, field, at + "/cel");
        }
    }

    private void copied(String code, TargetSchema.Field field, String at) {
        SourceField source = mistakes.known(code, at);
        if (source != null && !SourceKinds.fits(source.type(), field.kind())) {
            mistakes.error(
                    at,
                    "wrong-kind",
                    "「" + source.label() + "」は" + SourceKinds.japanese(source.type()) + "なので、"
                            + SourceKinds.japanese(field.kind()) + "にするには convert を使います。",
                    source.code() + " is " + SourceKinds.english(source.type()) + "; convert makes it "
                            + SourceKinds.english(field.kind()) + ".");
        }
    }

    private void constant(String value, TargetSchema.Field field, String at) {
        try {
            Constants.parse(value, field.kind());
        } catch (IllegalArgumentException | DateTimeException _) {
            mistakes.error(
                    at,
                    "wrong-kind",
                    "「" + value + "」は" + SourceKinds.japanese(field.kind()) + "ではありません。",
                    value + " is not " + SourceKinds.english(field.kind()) + ".");
        }
    }

    private void converted(FieldSource.Convert convert, TargetSchema.Field field, String at) {
        mistakes.known(convert.field(), at + "/field");
        FieldKind result = switch (convert.as()) {
            case TEXT -> FieldKind.TEXT;
            case WHOLE_NUMBER -> FieldKind.WHOLE_NUMBER;
            case BOOLEAN -> FieldKind.BOOLEAN;
            case DATE -> FieldKind.DATE;
            case INSTANT -> FieldKind.INSTANT;
        };
        if (result != field.kind()) {
            mistakes.error(
                    at + "/as",
                    "wrong-kind",
                    "この項目には" + SourceKinds.japanese(field.kind()) + "が必要です。",
                    "The field needs " + SourceKinds.english(field.kind()) + ".");
        }
        factor(convert.times(), at);
        if (convert.times() != null && convert.as() != Conversion.WHOLE_NUMBER) {
            mistakes.error(
                    at + "/times", "wrong-kind", "times は wholeNumber だけに使えます。", "times goes with wholeNumber only.");
        }
        if (convert.pattern() != null) {
            try {
                Converter.formatter(convert.pattern());
            } catch (IllegalArgumentException bad) {
                mistakes.error(
                        at + "/pattern",
                        "bad-pattern",
                        "日付の書式を読めません: " + bad.getMessage(),
                        "Not a date pattern: " + bad.getMessage());
            }
        }
    }

    private void money(FieldSource.Money money, TargetSchema.Field field, String at) {
        if (field.kind() != FieldKind.MONEY) {
            mistakes.error(at, "wrong-kind", "money は金額の項目だけに使えます。", "money fills amounts of money only.");
        }
        SourceField amount = mistakes.known(money.field(), at + "/field");
        if (amount != null && amount.type() != SourceType.NUMBER && amount.type() != SourceType.TEXT) {
            mistakes.error(
                    at + "/field",
                    "wrong-kind",
                    "「" + amount.label() + "」は数値でも文字列でもありません。",
                    amount.code() + " is neither a number nor a text.");
        }
        factor(money.times(), at);
        if (money.currencyField() != null) {
            mistakes.known(money.currencyField(), at + "/currencyField");
        }
        if (money.currency() != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(money.currency()))) {
            mistakes.error(
                    at + "/currency",
                    "unknown-currency",
                    "通貨コード " + money.currency() + " はありません。",
                    "There is no currency " + money.currency() + ".");
        }
    }

    /** What the field holds where the source has nothing, and where it has something unreadable. */
    void checkExceptions(FieldMapping mapping, TargetSchema.Field field, String at) {
        String otherwise = mapping.otherwise();
        if (otherwise == null) {
            if (mapping.onFailure() == FailurePolicy.DEFAULT) {
                mistakes.error(
                        at + "/onFailure",
                        "default-missing",
                        "既定値(default)を指定してください。",
                        "Give the default that is to be taken.");
            }
        } else if (field.kind() == FieldKind.MONEY) {
            mistakes.error(at + "/default", "no-default", "金額には既定値を指定できません。", "An amount of money has no default.");
        } else {
            constant(otherwise, field, at + "/default");
        }
    }

    private void factor(@Nullable BigDecimal times, String at) {
        if (times != null && !Units.isFactor(times)) {
            mistakes.error(
                    at + "/times",
                    "out-of-range",
                    "times は0.000000001から1000000000000までの数です。",
                    "times goes from 0.000000001 to 1000000000000.");
        }
    }

    private void formula(String expression, TargetSchema.Field field, String at) {
        try {
            FormulaType type = Formula.compile(expression, source).type();
            if (!fits(type, field.kind())) {
                mistakes.error(
                        at,
                        "wrong-kind",
                        "式の結果を" + SourceKinds.japanese(field.kind()) + "にできません。",
                        "The formula's result cannot become " + SourceKinds.english(field.kind()) + ".");
            }
        } catch (FormulaException broken) {
            for (FormulaIssue issue : broken.issues()) {
                mistakes.add(new FieldError(at, issue.code(), issue.detail()));
            }
        }
    }

    private static boolean fits(FormulaType type, FieldKind kind) {
        if (type == FormulaType.NOTHING) {
            return true;
        }
        return switch (kind) {
            case TEXT -> type == FormulaType.TEXT || type == FormulaType.TEXTS;
            case MEMBER -> type == FormulaType.TEXT;
            case WHOLE_NUMBER -> type == FormulaType.NUMBER;
            case BOOLEAN -> type == FormulaType.FLAG;
            case DATE, INSTANT -> type == FormulaType.DAY || type == FormulaType.MOMENT;
            case MONEY -> false;
        };
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
