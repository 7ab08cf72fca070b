package dev.minori.sync.workspace.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Reads zones from requests. */
final class Zones {
    private Zones() {}

    static ZoneId read(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            Wording detail = new Wording(
                    "タイムゾーン「" + zone + "」はありません。例: Asia/Tokyo",
                    "There is no zone " + zone + "; for example Asia/Tokyo.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/zone", "unknown-zone", detail)));
        }
    }
}
