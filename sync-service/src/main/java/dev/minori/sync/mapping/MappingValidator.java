package dev.minori.sync.mapping;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.expression.Formula;
import dev.minori.sync.mapping.expression.FormulaException;
import dev.minori.sync.mapping.expression.FormulaIssue;
import dev.minori.sync.mapping.expression.FormulaType;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a mapping against the source as described and the target's schema; every mistake at its place. */
public final class MappingValidator {
    private static final Duration SHORTEST_SCHEDULE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SCHEDULE = Duration.ofDays(31);

    private final MappingDocument document;
    private final SourceSchema source;
    private final TargetSchema target;
    private final List<FieldError> errors = new ArrayList<>();

    private MappingValidator(MappingDocument document, SourceSchema source) {
        this.document = document;
        this.source = source;
        this.target = TargetSchema.of(document.dataset());
    }

    /** All mistakes; none means that the mapping can run. */
    public static List<FieldError> check(MappingDocument document, SourceSchema source) {
        MappingValidator validator = new MappingValidator(document, source);
        validator.checkAll();
        return List.copyOf(validator.errors);
    }

    private void checkAll() {
        checkTargets();
        checkCustomerLink();
        checkEffectiveDate();
        if (document.key() != null && !document.key().equals(source.keyField())) {
            error(
                    "/key",
                    "unsupported-key",
                    "キーには連携元のID(" + source.keyField() + ")だけを使えます。",
                    "The key is the source's own id, " + source.keyField() + ".");
        }
        if (source.changeField() == null) {
            error("/object", "no-change-stamp", "更新日時の項目がないため差分を読めません。", "The object has no change stamp.");
        }
        if (document.schedule().compareTo(SHORTEST_SCHEDULE) < 0
                || document.schedule().compareTo(LONGEST_SCHEDULE) > 0) {
            error("/schedule", "out-of-range", "間隔はPT1SからP31Dまでです。", "The schedule is from PT1S to P31D.");
        }
        document.lastDayRules().keySet().forEach(name -> {
            if (target.field(name).filter(TargetSchema.Field::exclusiveEnd).isEmpty()) {
                error(
                        "/lastDayRules/" + name,
                        "not-an-end-date",
                        "「" + name + "」は終了日の項目ではありません。",
                        name + " is no end date of this dataset.");
            }
        });
    }

    private void checkTargets() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < document.fields().size(); i++) {
            FieldMapping mapping = document.fields().get(i);
            String at = "/fields/" + i;
            TargetSchema.Field field = target.field(mapping.target()).orElse(null);
            if (field == null) {
                error(
                        at + "/target",
                        "unknown-target",
                        document.dataset().japanese() + "に「" + mapping.target() + "」という項目はありません。",
                        document.dataset().english() + " has no field " + mapping.target() + ".");
                continue;
            }
            if (!seen.add(mapping.target())) {
                error(at + "/target", "duplicate-target", "同じ項目が2回あります。", "The field is mapped twice.");
            }
            checkSource(mapping.from(), field, at + "/from");
        }
        target.fields().stream()
                .filter(TargetSchema.Field::required)
                .filter(field -> !seen.contains(field.name()))
                .forEach(field -> error(
                        "/fields",
                        "required-target",
                        "必須の項目「" + field.japanese() + "」(" + field.name() + ")がありません。",
                        "The required field " + field.name() + " is not mapped."));
    }

    private void checkSource(FieldSource from, TargetSchema.Field field, String at) {
        if (field.kind() == FieldKind.MONEY && !(from instanceof FieldSource.Money)) {
            error(at, "money-expected", "金額の項目には money を使います。", "An amount of money is mapped with money.");
            return;
        }
        switch (from) {
            case FieldSource.Copy(String code) -> copied(code, field, at + "/copy");
            case FieldSource.Constant(String value) -> constant(value, field, at + "/constant");
            case FieldSource.ValueMap map -> {
                known(map.field(), at + "/valueMap/field");
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
                    known(codes.get(i), at + "/join/fields/" + i);
                }
                if (field.kind() != FieldKind.TEXT) {
                    error(at, "wrong-kind", "join は文字列の項目だけに使えます。", "join fills text only.");
                }
            }
            case FieldSource.Convert convert -> converted(convert, field, at + "/convert");
            case FieldSource.Money money -> money(money, field, at + "/money");
            case FieldSource.Cel(String expression) -> formula(expression, field, at + "/cel");
        }
    }

    private void copied(String code, TargetSchema.Field field, String at) {
        SourceField source = known(code, at);
        if (source != null && !SourceKinds.fits(source.type(), field.kind())) {
            error(
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
            error(
                    at,
                    "wrong-kind",
                    "「" + value + "」は" + SourceKinds.japanese(field.kind()) + "ではありません。",
                    value + " is not " + SourceKinds.english(field.kind()) + ".");
        }
    }

    private void converted(FieldSource.Convert convert, TargetSchema.Field field, String at) {
        known(convert.field(), at + "/field");
        FieldKind result = switch (convert.as()) {
            case TEXT -> FieldKind.TEXT;
            case WHOLE_NUMBER -> FieldKind.WHOLE_NUMBER;
            case BOOLEAN -> FieldKind.BOOLEAN;
            case DATE -> FieldKind.DATE;
            case INSTANT -> FieldKind.INSTANT;
        };
        if (result != field.kind()) {
            error(
                    at + "/as",
                    "wrong-kind",
                    "この項目には" + SourceKinds.japanese(field.kind()) + "が必要です。",
                    "The field needs " + SourceKinds.english(field.kind()) + ".");
        }
        if (convert.pattern() != null) {
            try {
                Converter.formatter(convert.pattern());
            } catch (IllegalArgumentException bad) {
                error(
                        at + "/pattern",
                        "bad-pattern",
                        "日付の書式を読めません: " + bad.getMessage(),
                        "Not a date pattern: " + bad.getMessage());
            }
        }
    }

    private void money(FieldSource.Money money, TargetSchema.Field field, String at) {
        if (field.kind() != FieldKind.MONEY) {
            error(at, "wrong-kind", "money は金額の項目だけに使えます。", "money fills amounts of money only.");
        }
        SourceField amount = known(money.field(), at + "/field");
        if (amount != null && amount.type() != SourceType.NUMBER) {
            error(at + "/field", "wrong-kind", "「" + amount.label() + "」は数値ではありません。", amount.code() + " is no number.");
        }
        if (money.currencyField() != null) {
            known(money.currencyField(), at + "/currencyField");
        }
        if (money.currency() != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(money.currency()))) {
            error(
                    at + "/currency",
                    "unknown-currency",
                    "通貨コード " + money.currency() + " はありません。",
                    "There is no currency " + money.currency() + ".");
        }
    }

    private void formula(String expression, TargetSchema.Field field, String at) {
        try {
            FormulaType type = Formula.compile(expression, source).type();
            if (!fits(type, field.kind())) {
                error(
                        at,
                        "wrong-kind",
                        "式の結果を" + SourceKinds.japanese(field.kind()) + "にできません。",
                        "The formula's result cannot become " + SourceKinds.english(field.kind()) + ".");
            }
        } catch (FormulaException broken) {
            for (FormulaIssue issue : broken.issues()) {
                errors.add(new FieldError(at, issue.code(), issue.detail()));
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

    private void checkCustomerLink() {
        boolean isCustomer = document.dataset() == Dataset.CUSTOMER;
        switch (document.customerLink()) {
            case CustomerLink.Self() -> {
                if (!isCustomer) {
                    error(
                            "/customerLink",
                            "link-expected",
                            "どの顧客のレコードかを sourceRecord か customerCode で指定してください。",
                            "Say which customer a record belongs to with sourceRecord or customerCode.");
                }
            }
            case CustomerLink.SourceRecord(String field, String _) ->
                linked(field, "/customerLink/sourceRecord", isCustomer);
            case CustomerLink.CustomerCode(String field) -> linked(field, "/customerLink/customerCode", isCustomer);
        }
    }

    private void linked(String field, String at, boolean isCustomer) {
        known(field, at + "/field");
        if (isCustomer) {
            error("/customerLink", "self-expected", "顧客(企業)のレコードは self です。", "A record of a customer links to itself.");
        }
    }

    private void checkEffectiveDate() {
        if (document.effectiveDate() == null) {
            return;
        }
        SourceField field = known(document.effectiveDate(), "/effectiveDate");
        if (field != null && field.type() != SourceType.DAY && field.type() != SourceType.MOMENT) {
            error("/effectiveDate", "wrong-kind", "日付か日時の項目を指定してください。", "A date or a date and time is needed.");
        }
    }

    private @Nullable SourceField known(String code, String at) {
        SourceField field = source.field(code).orElse(null);
        if (field == null) {
            error(
                    at,
                    "unknown-field",
                    source.label() + "に「" + code + "」という項目はありません。",
                    source.label() + " has no field " + code + ".");
        } else if (!field.readable() || document.excludedFields().contains(code)) {
            error(at, "unreadable-field", "「" + code + "」は取得しない項目です。", code + " cannot be read or is excluded.");
        }
        return field;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void error(String pointer, String code, String ja, String en) {
        errors.add(new FieldError(pointer, code, new Wording(ja, en)));
    }
}
