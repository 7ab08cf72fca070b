package dev.minori.sync.intake.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.List;
import java.util.regex.Pattern;

/** Names of kinds of records: they stand in addresses and in mappings. */
final class ObjectNames {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,99}");

    private ObjectNames() {}

    static String require(String name) {
        if (!NAME.matcher(name).matches()) {
            Wording detail = new Wording(
                    "レコードの種類の名前には、文字・数字・_・.・- を100文字まで使えます。",
                    "The name of a kind of records has up to 100 letters, digits, _, . and -.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("path:object", "pattern", detail)));
        }
        return name;
    }
}
