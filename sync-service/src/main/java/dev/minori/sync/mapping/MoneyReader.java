package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.Money;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads amounts: per month, in minor units of their currency, rounded half up once at the end. */
final class MoneyReader {
    private MoneyReader() {}

    static @Nullable Money read(SourceRecord record, FieldSource.Money wanted, String workspaceCurrency) {
        SourceValue value = ValueReader.readable(record, wanted.field());
        if (value == null) {
            return null;
        }
        BigDecimal amount = Units.apply(amount(value, wanted.field()), wanted.times());
        Currency currency = currency(record, wanted, workspaceCurrency);
        try {
            long minor = amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .divide(BigDecimal.valueOf(wanted.per().months()), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            return new Money(minor, currency.getCurrencyCode());
        } catch (ArithmeticException _) {
            throw new RejectedException(new Rejection(
                    "out-of-range",
                    wanted.field(),
                    amount.toPlainString(),
                    new Wording(
                            "「" + wanted.field() + "」の金額が大きすぎます。",
                            "The amount in " + wanted.field() + " is out of range.")));
        }
    }

    private static BigDecimal amount(SourceValue value, String field) {
        return switch (value) {
            case SourceValue.Numeric(BigDecimal number) -> number;
            case SourceValue.Text(String text) -> parsed(text, field);
            default -> throw ValueReader.wrongKind(value, FieldKind.MONEY, field);
        };
    }

    private static BigDecimal parsed(String text, String field) {
        try {
            return Numbers.parseAmount(text);
        } catch (NumberFormatException _) {
            throw new RejectedException(new Rejection(
                    "conversion-failed",
                    field,
                    text,
                    new Wording(
                            "「" + field + "」の値を金額として読めません。",
                            "The value of " + field + " cannot be read as an amount.")));
        }
    }

    private static Currency currency(SourceRecord record, FieldSource.Money wanted, String workspaceCurrency) {
        String code = workspaceCurrency;
        if (wanted.currency() != null) {
            code = wanted.currency();
        } else if (wanted.currencyField() != null) {
            String told = ValueReader.text(ValueReader.readable(record, wanted.currencyField()));
            code = told == null ? workspaceCurrency : told;
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw new RejectedException(new Rejection(
                    "unknown-currency",
                    wanted.currencyField(),
                    code,
                    new Wording("通貨コード " + code + " を知りません。", "No currency has the code " + code + ".")));
        }
    }
}
