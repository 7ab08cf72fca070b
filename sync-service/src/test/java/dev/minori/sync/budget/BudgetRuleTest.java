package dev.minori.sync.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.ApiAllowance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:20:00Z");
    private static final Instant NEXT_HOUR = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void whatNobodyLimitedIsGiven() {
        assertThat(decide(new Budget(null, null, 80, 95, 0), used(1_000_000), null))
                .isEqualTo(new Grant.Given(20, null));
    }

    @Test
    void noMoreIsGivenThanEveryLimitLeaves() {
        assertThat(decide(new Budget(10L, 15L, 80, 95, 1), used(9), null)).isEqualTo(new Grant.Given(1, null));
        assertThat(decide(new Budget(null, 15L, 80, 95, 1), used(9), null)).isEqualTo(new Grant.Given(6, null));
        assertThat(decide(Budget.USUAL, used(79), 100L)).isEqualTo(new Grant.Given(1, null));
    }

    @Test
    void ofSeveralLimitsThatAreSpentTheOneThatLastsLongestIsTold() {
        assertThat(decide(new Budget(10L, 10L, 80, 95, 1), used(10), null))
                .isEqualTo(new Grant.Refused(BudgetLimit.CALLS_PER_DAY, NEXT_DAY));
        assertThat(decide(new Budget(10L, 11L, 80, 95, 1), used(10), null))
                .isEqualTo(new Grant.Refused(BudgetLimit.CALLS_PER_HOUR, NEXT_HOUR));
        assertThat(decide(Budget.USUAL, used(80), 100L))
                .isEqualTo(new Grant.Refused(BudgetLimit.SHARE_OF_LIMIT, NEXT_DAY));
    }

    @Test
    void whatOthersSpendStopsUsBeforeTheSourceDoes() {
        Instant toldAt = NOW.minus(Duration.ofMinutes(10));
        CallLedger ledger = used(3).told(new ApiAllowance(950, 1_000), toldAt);

        assertThat(decide(Budget.USUAL, ledger, 1_000L))
                .isEqualTo(new Grant.Refused(BudgetLimit.CEILING, toldAt.plus(Duration.ofHours(1))));
        assertThat(decide(Budget.USUAL, used(3).told(new ApiAllowance(949, 1_000), toldAt), 1_000L))
                .isEqualTo(new Grant.Given(1, 950L));
    }

    @Test
    void afterAnHourOneCallLearnsHowThingsStand() {
        CallLedger ledger = used(3).told(new ApiAllowance(1_000, 1_000), NOW.minus(Duration.ofHours(1)));

        assertThat(decide(Budget.USUAL, ledger, 1_000L)).isEqualTo(new Grant.Given(1, 950L));
    }

    @Test
    void anotherHourAndAnotherDayBeginAnew() {
        CallLedger ledger = used(10);

        assertThat(ledger.at(NEXT_HOUR).hourUsed()).isZero();
        assertThat(ledger.at(NEXT_HOUR).dayUsed()).isEqualTo(10);
        assertThat(ledger.at(NEXT_DAY).dayUsed()).isZero();
    }

    @Test
    void whatComesBackUnusedCountsOnlyWhereItWasGivenOut() {
        CallLedger ledger = used(10);

        assertThat(ledger.without(4, NOW).hourUsed()).isEqualTo(6);
        assertThat(ledger.at(NEXT_HOUR).with(3).without(4, NOW).hourUsed()).isEqualTo(3);
        assertThat(ledger.at(NEXT_HOUR).with(3).without(4, NOW).dayUsed()).isEqualTo(9);
    }

    private static Grant decide(Budget budget, CallLedger ledger, @Nullable Long sourceLimit) {
        return new BudgetRule(budget, ledger, sourceLimit, NOW).decide(20);
    }

    private static CallLedger used(long calls) {
        return CallLedger.begin(NOW).with(calls);
    }
}
