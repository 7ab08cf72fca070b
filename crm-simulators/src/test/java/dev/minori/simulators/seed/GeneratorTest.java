package dev.minori.simulators.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final SeedPlan PLAN = SeedPlan.demo(TODAY, Instant.parse("2026-11-20T00:00:00Z"));

    private static List<Customer> customers() {
        return IntStream.range(0, PLAN.accounts()).mapToObj(PLAN::customer).toList();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(customers()).isEqualTo(customers());
        assertThat(Customer.of(1, 7, TODAY)).isNotEqualTo(Customer.of(2, 7, TODAY));
        Customer one = PLAN.customer(5);
        assertThat(Term.of(one)).isEqualTo(Term.of(PLAN.customer(5)));
        assertThat(Ticket.of(one, 400)).isEqualTo(Ticket.of(PLAN.customer(5), 400));
        assertThat(Mail.of(one, 400)).isEqualTo(Mail.of(PLAN.customer(5), 400));
    }

    @Test
    void aCustomersStoryDoesNotDependOnHowManyThereAre() {
        SeedPlan more = new SeedPlan(PLAN.seed(), TODAY, PLAN.now(), 1000, 0, false, false);
        assertThat(more.customer(42)).isEqualTo(PLAN.customer(42));
    }

    @Test
    void theDemoHasCustomersOnEveryCourse() {
        assertThat(customers()).extracting(Customer::course).contains(Course.values());
    }

    @Test
    void churnFollowsFromUsage() {
        List<Customer> churned = customers().stream()
                .filter(one -> one.course() == Course.CHURNED)
                .toList();
        assertThat(churned).isNotEmpty().allSatisfy(one -> {
            LocalDate left = Objects.requireNonNull(one.left());
            assertThat(average(one, left.minusDays(13), left))
                    .isLessThan(0.6 * average(one, one.turned().minusDays(28), one.turned()) + 1.0);
            Term last = Term.of(one).getLast();
            assertThat(last.status()).isEqualTo("Cancelled");
            assertThat(last.end()).isEqualTo(left);
            assertThat(last.cancelReason()).isNotNull();
        });
    }

    @Test
    void decliningCustomersUseLessThanHalfAYearAgoAndStillHaveAContract() {
        List<Customer> declining = customers().stream()
                .filter(one -> one.course() == Course.DECLINING && one.seats() >= 10)
                .toList();
        assertThat(declining).isNotEmpty().allSatisfy(one -> {
            assertThat(average(one, TODAY.minusDays(14), TODAY))
                    .isLessThan(average(one, one.turned().minusDays(14), one.turned()) + 1.0);
            assertThat(Term.of(one).stream().anyMatch(term -> !term.end().isBefore(TODAY)))
                    .isTrue();
        });
    }

    private static double average(Customer customer, LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .filter(customer::worksOn)
                .mapToInt(day -> customer.usage(day).activeUsers())
                .average()
                .orElse(0);
    }

    @Test
    void weekendsHolidaysAndNewYearAreQuiet() {
        Customer big = customers().stream()
                .filter(one -> one.course() == Course.STEADY && one.seats() > 100)
                .findFirst()
                .orElseThrow();
        int workday = big.usage(LocalDate.of(2026, 11, 17)).activeUsers();
        assertThat(big.usage(LocalDate.of(2026, 11, 15)).activeUsers()).isLessThan(workday / 3);
        assertThat(big.usage(LocalDate.of(2026, 11, 3)).activeUsers()).isLessThan(workday / 3);
        assertThat(big.usage(LocalDate.of(2026, 1, 2)).activeUsers()).isLessThan(workday / 3);
    }

    @Test
    void termsFollowEachOtherWithoutGap() {
        for (Customer customer : customers()) {
            List<Term> terms = Term.of(customer);
            assertThat(terms).isNotEmpty().hasSizeLessThanOrEqualTo(Term.MAX_TERMS);
            for (int i = 1; i < terms.size(); i++) {
                assertThat(terms.get(i).start())
                        .isEqualTo(terms.get(i - 1).end().plusDays(1));
            }
            assertThat(terms)
                    .allSatisfy(term -> assertThat(term.noticeDeadline()).isBeforeOrEqualTo(term.end()));
        }
    }

    @Test
    void corporateNumbersCarryTheOfficialCheckDigit() {
        // The National Tax Agency's own number, which its page on check digits works through.
        assertThat(CorporateNumber.checkDigit("000012050002")).isEqualTo(7);
        for (int i = 0; i < 500; i++) {
            String number = CorporateNumber.of(i);
            assertThat(number).hasSize(13);
            assertThat(CorporateNumber.checkDigit(number.substring(1))).isEqualTo(number.charAt(0) - '0');
            String broken = CorporateNumber.broken(i);
            assertThat(CorporateNumber.checkDigit(broken.substring(1))).isNotEqualTo(broken.charAt(0) - '0');
        }
    }

    @Test
    void companyNamesAreVariedAndComplete() {
        Set<String> names = new HashSet<>();
        int foreign = 0;
        for (Customer customer : customers()) {
            CompanyName name = customer.name();
            names.add(name.registered());
            assertThat(name.kana()).matches("[ァ-ヶー]+");
            assertThat(name.domain()).endsWith(".example");
            foreign += name.registered().matches("[A-Za-z].*") ? 1 : 0;
        }
        assertThat(names.size()).isGreaterThan(280);
        assertThat(foreign).isBetween(5, 40);
        assertThat(names).anyMatch(name -> name.startsWith("㈱")).anyMatch(name -> name.startsWith("合同会社"));
    }

    @Test
    void growingCustomersAskForQuotes() {
        assertThat(customers().stream()
                        .filter(one -> one.course() == Course.GROWING)
                        .flatMap(one -> Mail.of(one, 400).stream())
                        .filter(mail -> mail.body().contains("見積もり")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-12", "2026-02-11", "2026-02-23", "2026-03-20", "2026-04-29", "2026-05-03",
                "2026-05-04", "2026-05-05", "2026-05-06", "2026-07-20", "2026-08-11", "2026-09-21", "2026-09-22",
                "2026-09-23", "2026-10-12", "2026-11-03", "2026-11-23", "2025-11-24", "2024-02-12"
            })
    void holidaysAreThoseOfTheCabinetOfficesCalendar(LocalDate day) {
        assertThat(JapaneseHolidays.contains(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-05-01", "2026-05-07", "2026-09-24", "2026-12-31"})
    void ordinaryDaysAreNoHolidays(LocalDate day) {
        assertThat(JapaneseHolidays.contains(day)).isFalse();
    }
}
