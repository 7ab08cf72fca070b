package dev.minori.events.fact;

import java.util.Objects;

/**
 * An amount in minor units of its currency: 120000 JPY is ¥120,000, 120000 USD is $1,200.00.
 *
 * @param minor amount in minor units
 * @param currency ISO 4217 code, for example {@code JPY}
 */
public record Money(long minor, String currency) {
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code, was " + currency);
        }
    }
}
