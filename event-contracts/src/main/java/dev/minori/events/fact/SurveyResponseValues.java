package dev.minori.events.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact's answer to a survey. Unanswered questions are null and count nowhere.
 *
 * @param nps 0 to 10
 * @param csat 1 to 5
 */
public record SurveyResponseValues(
        @TargetField(ja = "回答日", en = "Responded on", required = true)
        LocalDate respondedOn,

        @TargetField(ja = "回答者メールアドレス", en = "Respondent e-mail", personal = true) @Nullable
        String respondentEmail,

        @TargetField(ja = "NPS", en = "NPS") @Nullable Long nps,

        @TargetField(ja = "満足度(CSAT)", en = "CSAT") @Nullable
        Long csat,

        @TargetField(ja = "コメント", en = "Comment", personal = true) @Nullable
        String comment)
        implements FactValues {
    public SurveyResponseValues {
        if (nps != null && (nps < 0 || nps > 10)) {
            throw new OutOfRangeException("nps", nps, 0, 10);
        }
        if (csat != null && (csat < 1 || csat > 5)) {
            throw new OutOfRangeException("csat", csat, 1, 5);
        }
    }
}
