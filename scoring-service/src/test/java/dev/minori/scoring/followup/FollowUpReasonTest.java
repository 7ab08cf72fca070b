package dev.minori.scoring.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.HealthBand;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.CustomerList.DateKind;
import dev.minori.scoring.customer.CustomerList.NextDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpReasonTest {
    @Test
    void whatFellAndWhatEndsSoonMakeOneSentence() {
        Wording reason = FollowUpReason.of(customer(HealthBand.AT_RISK, 35.2, -20.0, 12L, 45L, 3, -0.42));

        assertThat(reason.ja()).isEqualTo("利用が4週間で42%減り、更新拒絶期限まで12日です。");
        assertThat(reason.en()).isEqualTo("Usage fell by 42% in four weeks, and the notice deadline is 12 days away.");
    }

    @Test
    void theScoreSpeaksWhereUsageIsNotKnown() {
        Wording reason = FollowUpReason.of(customer(HealthBand.WATCH, 55.0, -15.0, null, 45L, 0, null));

        assertThat(reason.ja()).isEqualTo("ヘルススコアが30日で70から55に下がり、最後のメールから45日たっています。");
        assertThat(reason.en())
                .isEqualTo("The health score fell from 70 to 55 in 30 days, and the last mail was 45 days ago.");
    }

    @Test
    void oneFactMakesASentenceToo() {
        assertThat(FollowUpReason.of(customer(HealthBand.GOOD, 90.0, 1.0, 0L, 3L, 0, 0.1))
                        .ja())
                .isEqualTo("更新拒絶期限は今日です。");
        assertThat(FollowUpReason.of(customer(HealthBand.GOOD, 90.0, null, 1L, null, 0, null))
                        .en())
                .isEqualTo("The notice deadline is 1 day away.");
        assertThat(FollowUpReason.of(customer(HealthBand.AT_RISK, 20.0, null, null, null, 2, null))
                        .ja())
                .isEqualTo("ヘルス状態が危険(20点)で、未完了の問い合わせが2件あります。");
    }

    private static Candidate customer(
            HealthBand band,
            @Nullable Double points,
            @Nullable Double change,
            @Nullable Long daysLeft,
            @Nullable Long daysSilent,
            long tickets,
            @Nullable Double usage) {
        NextDate next = daysLeft == null
                ? null
                : new NextDate(LocalDate.of(2026, 11, 22).plusDays(daysLeft), DateKind.NOTICE_DEADLINE);
        return new Candidate(
                new UUID(0, 1),
                "株式会社みのり製作所",
                null,
                null,
                List.of(),
                false,
                band,
                points,
                change,
                next,
                daysLeft,
                null,
                daysSilent,
                tickets,
                10,
                new Candidate.Factors(0.5, 0.5, 0.5, 0.5),
                usage,
                null);
    }
}
