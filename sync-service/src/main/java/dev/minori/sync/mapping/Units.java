package dev.minori.sync.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Factors between a source's unit and ours: 千円 to 円, a share to per cent. */
public final class Units {
    private static final BigDecimal LEAST = new BigDecimal("0.000000001");
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private Units() {}

    /** Whether a source may be multiplied by it. */
    public static boolean isFactor(BigDecimal factor) {
        return factor.abs().compareTo(LEAST) >= 0 && factor.abs().compareTo(MOST) <= 0;
    }

    /** One spelling for equal factors, so that documents that mean the same are equal. */
    static BigDecimal plain(BigDecimal factor) {
        BigDecimal stripped = factor.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -100 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal apply(BigDecimal number, @Nullable BigDecimal factor) {
        return factor == null ? number : number.multiply(factor);
    }
}
