package dev.minori.simulators.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contract of a customer: a year's term, renewed until it is cancelled.
 *
 * @param end last day
 * @param noticeDeadline last day to refuse the renewal
 * @param monthlyYen amount per month
 * @param cancelledOn day the cancellation came in, or null
 */
record Term(
        String status,
        LocalDate start,
        LocalDate end,
        LocalDate noticeDeadline,
        long monthlyYen,
        String billing,
        boolean autoRenew,
        String product,
        int seats,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason) {

    /** More terms than any story has; ids leave room for them. */
    static final int MAX_TERMS = 8;

    private static final List<String> REASONS = List.of("利用が定着しない", "利用が定着しない", "予算の都合", "他社製品へ切替", "組織変更", "機能不足");

    static List<Term> of(Customer customer) {
        Dice dice = customer.dice("contracts");
        String product = customer.seats() >= 120
                ? "みのりクラウド エンタープライズ"
                : customer.seats() >= 30 ? "みのりクラウド スタンダード" : "みのりクラウド ライト";
        int unitYen = customer.seats() >= 120 ? 1200 : customer.seats() >= 30 ? 1500 : 1800;
        int noticeMonths = dice.between(1, 3);
        String billing = dice.chance(0.6) ? "年次" : "月次";
        boolean autoRenew = dice.chance(0.8);
        List<Term> terms = new ArrayList<>();
        LocalDate start = customer.started();
        int seats = customer.seats();
        while (!start.isAfter(customer.today()) && terms.size() < MAX_TERMS - 1) {
            LocalDate end = start.plusYears(1).minusDays(1);
            LocalDate left = customer.left();
            LocalDate notice = end.minusMonths(noticeMonths);
            long monthlyYen = (long) seats * unitYen;
            if (left != null && !left.isAfter(end)) {
                LocalDate deadline = left.isBefore(notice) ? left : notice;
                LocalDate cancelledOn = left.minusDays(dice.between(5, 30));
                terms.add(new Term(
                        "Cancelled",
                        start,
                        left,
                        deadline,
                        monthlyYen,
                        billing,
                        autoRenew,
                        product,
                        seats,
                        cancelledOn,
                        dice.pick(REASONS)));
                return terms;
            }
            terms.add(new Term(
                    "Activated", start, end, notice, monthlyYen, billing, autoRenew, product, seats, null, null));
            start = end.plusDays(1);
            seats = nextSeats(customer, seats, dice);
        }
        boolean expansion = customer.course() == Course.GROWING && dice.chance(0.25);
        if (expansion) {
            terms.add(draft(customer, terms.getLast(), dice));
        }
        return terms;
    }

    private static int nextSeats(Customer customer, int seats, Dice dice) {
        return switch (customer.course()) {
            case GROWING -> (int) Math.ceil(seats * dice.between(1.05, 1.35));
            case DECLINING, CHURNED -> Math.max(3, (int) Math.floor(seats * dice.between(0.75, 1.0)));
            case STEADY, STARTING -> seats;
        };
    }

    /** A renewal with more seats that is still being negotiated. */
    private static Term draft(Customer customer, Term current, Dice dice) {
        LocalDate start = current.end().plusDays(1);
        LocalDate end = start.plusYears(1).minusDays(1);
        int seats = nextSeats(customer, current.seats(), dice);
        return new Term(
                "Draft",
                start,
                end,
                end.minusMonths(2),
                current.monthlyYen() / Math.max(1, current.seats()) * seats,
                current.billing(),
                current.autoRenew(),
                current.product(),
                seats,
                null,
                null);
    }
}
