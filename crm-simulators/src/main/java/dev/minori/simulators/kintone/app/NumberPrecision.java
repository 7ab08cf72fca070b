package dev.minori.simulators.kintone.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * How exact the numbers of an app are: excess decimals are rounded without a word, excess whole digits are refused.
 * Source: kintone help, "Setting Number and Calculation", and values recorded from real apps.
 *
 * @param digits all digits, from 1 to 30
 * @param decimalPlaces digits after the point, from 0 to 10
 * @param roundingMode {@code HALF_EVEN}, {@code UP} or {@code DOWN}
 */
public record NumberPrecision(int digits, int decimalPlaces, RoundingMode roundingMode) {

    private static final Set<RoundingMode> MODES = Set.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);
    private static final int MAX_DIGITS = 30;
    private static final int MAX_PLACES = 10;

    /** What a new app has. It stands last, because it is checked as any other. */
    public static final NumberPrecision USUAL = new NumberPrecision(16, 4, RoundingMode.HALF_EVEN);

    public NumberPrecision {
        if (!MODES.contains(roundingMode)) {
            throw new IllegalArgumentException("roundingMode must be HALF_EVEN, UP or DOWN");
        }
        if (digits < 1 || digits > MAX_DIGITS || decimalPlaces < 0 || decimalPlaces > MAX_PLACES) {
            throw new IllegalArgumentException("digits must be from 1 to 30, decimalPlaces from 0 to 10");
        }
    }

    /** Whether the whole part of a number has a place. */
    public boolean fits(BigDecimal number) {
        return number.signum() == 0 || number.precision() - number.scale() <= digits - decimalPlaces;
    }

    /** A number as it is stored. */
    public BigDecimal round(BigDecimal number) {
        return number.scale() > decimalPlaces ? number.setScale(decimalPlaces, roundingMode) : number;
    }
}
