package dev.minori.scoring.portfolio.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what requests for figures and their lists say. */
final class AskedFigures {
    private AskedFigures() {}

    /** The code; null for the workspace's own. */
    static @Nullable String currency(@Nullable String currency) {
        if (currency == null || currency.isEmpty()) {
            return null;
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw invalid("currency", new Wording("currencyはISO 4217のコードです。", "currency is an ISO 4217 code."));
        }
        return currency;
    }

    /** A month that must be named. */
    static YearMonth month(String parameter, @Nullable YearMonth month) {
        if (month == null) {
            throw invalid(
                    parameter,
                    new Wording(parameter + "を年月で指定してください。", "Say " + parameter + " as a year and a month."));
        }
        return month;
    }

    /** A day that must be named. */
    static LocalDate day(String parameter, @Nullable LocalDate day) {
        if (day == null) {
            throw invalid(parameter, new Wording(parameter + "を年月日で指定してください。", "Say " + parameter + " as a day."));
        }
        return day;
    }

    private static ProblemException invalid(String parameter, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_PARAMETER,
                detail,
                List.of(new FieldError("query:" + parameter, "invalid-value", detail)));
    }
}
