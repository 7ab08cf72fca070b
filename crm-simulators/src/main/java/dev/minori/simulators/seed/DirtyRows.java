package dev.minori.simulators.seed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few rows that are wrong on purpose, as every real system has them, so that an integration shows what it does with
 * them. They are listed in the simulators' guide; customers are named by their code.
 */
final class DirtyRows {

    /** {@code C-00007}: the newest contract ends before it starts. */
    static final int ENDS_BEFORE_START = 6;
    /** {@code C-00033}: the corporate number's check digit is wrong. */
    static final int BROKEN_NUMBER = 32;
    /** {@code C-00059}: the company of {@code C-00058}, typed again in another spelling, with the same number. */
    static final int DUPLICATE = 58;
    /** {@code C-00012}: kintone's 月額 holds text without a number. */
    static final int AMOUNT_IN_WORDS = 11;
    /** {@code C-00025}: kintone's 月額 is written in full-width digits. */
    static final int FULL_WIDTH_AMOUNT = 24;

    /** {@code C-00018}: an answer of 11 on the scale from 0 to 10. */
    static final int OUTSIDE_SCALE = 17;

    private DirtyRows() {}

    static String accountName(SeedPlan plan, Customer customer) {
        return plan.dirty() && customer.index() == DUPLICATE
                ? plan.customer(DUPLICATE - 1).name().spelledOtherwise()
                : customer.name().registered();
    }

    static String corporateNumber(SeedPlan plan, Customer customer) {
        if (plan.dirty() && customer.index() == BROKEN_NUMBER) {
            return CorporateNumber.broken(customer.index());
        }
        int number = plan.dirty() && customer.index() == DUPLICATE ? DUPLICATE - 1 : customer.index();
        return CorporateNumber.of(number);
    }

    static LocalDate contractEnd(SeedPlan plan, Customer customer, Term term) {
        boolean newest = !term.start().plusYears(1).isBefore(plan.today());
        return plan.dirty() && customer.index() == ENDS_BEFORE_START && newest
                ? term.start().minusDays(30)
                : term.end();
    }

    static List<Customer.Usage> orphanUsage(SeedPlan plan) {
        if (!plan.dirty()) {
            return List.of();
        }
        LocalDate day = plan.today().minusDays(5);
        return List.of(new Customer.Usage(day, 3, 4, 60), new Customer.Usage(day.plusDays(1), 2, 2, 31));
    }

    static String amountText(SeedPlan plan, Customer customer, Term term) {
        if (plan.dirty() && customer.index() == AMOUNT_IN_WORDS) {
            return "応相談";
        }
        String amount = String.format(Locale.ROOT, "%,d円", term.monthlyYen());
        if (plan.dirty() && customer.index() == FULL_WIDTH_AMOUNT) {
            StringBuilder wide = new StringBuilder();
            amount.chars().forEach(c -> wide.appendCodePoint(c >= '0' && c <= '9' ? c - '0' + '０' : c));
            return wide.toString();
        }
        return amount;
    }

    /** An answer outside the scale. */
    static Map<String, @Nullable Object> surveyOutsideScale(LocalDate day) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("顧客コード", Customer.code(OUTSIDE_SCALE));
        values.put("NPS", 11);
        values.put("回答日", day);
        values.put("回答方法", "電話");
        return values;
    }

    /** An answer of a customer nobody knows. */
    static Map<String, @Nullable Object> surveyOfUnknownCustomer(LocalDate day) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("顧客コード", "C-99999");
        values.put("NPS", 8);
        values.put("CSAT", 4);
        values.put("回答日", day);
        values.put("回答方法", "メール");
        return values;
    }
}
