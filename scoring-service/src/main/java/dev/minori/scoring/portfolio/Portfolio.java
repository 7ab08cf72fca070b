package dev.minori.scoring.portfolio;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.VisibilityRule;
import dev.minori.scoring.customer.WorkspaceTerms;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.portfolio.FiscalPeriod.Length;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import dev.minori.scoring.portfolio.PayerStore.Payer;
import dev.minori.scoring.portfolio.PayerStore.PayerPosition;
import dev.minori.scoring.portfolio.PayerStore.PayerTotal;
import dev.minori.scoring.portfolio.PortfolioStore.Cell;
import dev.minori.scoring.portfolio.PortfolioStore.Ending;
import dev.minori.scoring.portfolio.PortfolioStore.Mover;
import dev.minori.scoring.portfolio.PortfolioStore.MoverPosition;
import dev.minori.scoring.portfolio.PortfolioStore.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A manager's figures in the workspace's currency and fiscal calendar, over the customers the caller may see. */
@ApplicationScoped
@Transactional
public class Portfolio {
    private static final long MOST_MONTHS = 60;

    private final PortfolioStore store;
    private final PayerStore payers;
    private final VisibilityRule visibility;
    private final WorkspaceTerms terms;
    private final Moments moments;

    Portfolio(
            PortfolioStore store, PayerStore payers, VisibilityRule visibility, WorkspaceTerms terms, Moments moments) {
        this.store = store;
        this.payers = payers;
        this.visibility = visibility;
        this.terms = terms;
        this.moments = moments;
    }

    /**
     * Which time is asked for, in whole months.
     *
     * @param from first month; the first of the fiscal year if null
     * @param to last month; the current one if null
     * @param compareTo the month that the first one is compared with; null for no comparison
     */
    public record Range(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            Length length,
            @Nullable YearMonth compareTo) {}

    /** Customers by phase and state, now. */
    public record Customers(Moment moment, String currency, List<Cell> cells) {
        public Customers {
            cells = List.copyOf(cells);
        }
    }

    /** A figure of one period. */
    public record Figure<T>(FiscalPeriod period, T value) {}

    /**
     * A figure, period by period.
     *
     * @param comparison of the periods it is compared with; empty if none were asked for
     * @param otherCurrencies what is paid in these is not in the figure
     */
    public record Figures<T>(
            Moment moment,
            String currency,
            List<String> otherCurrencies,
            List<Figure<T>> periods,
            List<Figure<T>> comparison) {
        public Figures {
            otherCurrencies = List.copyOf(otherCurrencies);
            periods = List.copyOf(periods);
            comparison = List.copyOf(comparison);
        }

        /** The workspace's day. */
        public LocalDate today() {
            return moment.today();
        }
    }

    /**
     * Some of the customers who bring in recurring revenue on a day.
     *
     * @param total of all of them; null where the first are not among these
     */
    public record Payers(
            String currency, List<Payer> payers, @Nullable PayerTotal total) {
        public Payers {
            payers = List.copyOf(payers);
        }
    }

    private interface Reader<T> {
        List<T> read(Scope scope, String currency, List<FiscalPeriod> periods);
    }

    /** Customers by phase and state. */
    public Customers customers(UUID workspaceId, @Nullable List<UUID> owners) {
        return new Customers(
                moments.now(workspaceId),
                terms.of(workspaceId).currency(),
                store.cells(new Scope(workspaceId, visibility.ofCaller(), owners)));
    }

    /** How recurring revenue moved. */
    public Figures<MrrMovements> movements(
            UUID workspaceId, @Nullable List<UUID> owners, Range range, @Nullable String currency) {
        return figures(workspaceId, owners, range, currency, store::movements);
    }

    /** Contracts that end. */
    public Figures<Ending> endings(
            UUID workspaceId, @Nullable List<UUID> owners, Range range, @Nullable String currency) {
        return figures(workspaceId, owners, range, currency, store::endings);
    }

    /** Customers whose revenue moved in the months of the range, taken as one period; the largest movement first. */
    public List<Mover> movers(
            UUID workspaceId,
            @Nullable List<UUID> owners,
            YearMonth from,
            YearMonth to,
            @Nullable String currency,
            @Nullable Kind kind,
            @Nullable MoverPosition after,
            int limit) {
        check(from, to);
        FiscalPeriod period = new FiscalPeriod(from + "/" + to, from.getYear(), from, to);
        String asked = currency == null ? terms.of(workspaceId).currency() : currency;
        return store.movers(new Scope(workspaceId, visibility.ofCaller(), owners), asked, period, kind, after, limit);
    }

    /** Customers who bring in recurring revenue on a day, the largest first. */
    public Payers payers(
            UUID workspaceId,
            @Nullable List<UUID> owners,
            LocalDate on,
            @Nullable String currency,
            @Nullable PayerPosition after,
            int limit) {
        Scope scope = new Scope(workspaceId, visibility.ofCaller(), owners);
        String asked = currency == null ? terms.of(workspaceId).currency() : currency;
        return new Payers(
                asked,
                payers.list(scope, asked, on, after, limit),
                after == null ? payers.total(scope, asked, on) : null);
    }

    private <T> Figures<T> figures(
            UUID workspaceId, @Nullable List<UUID> owners, Range range, @Nullable String currency, Reader<T> reader) {
        Moment moment = moments.now(workspaceId);
        WorkspaceTerms.Terms term = terms.of(workspaceId);
        YearMonth current = YearMonth.from(moment.today());
        YearMonth to = range.to() == null ? current : range.to();
        YearMonth from = range.from() == null ? FiscalPeriod.yearStart(to, term.fiscalYearStartMonth()) : range.from();
        check(from, to);
        Scope scope = new Scope(workspaceId, visibility.ofCaller(), owners);
        String asked = currency == null ? term.currency() : currency;
        List<Figure<T>> periods =
                read(scope, asked, FiscalPeriod.between(from, to, range.length(), term.fiscalYearStartMonth()), reader);
        List<Figure<T>> comparison = List.of();
        if (range.compareTo() != null) {
            YearMonth otherTo = range.compareTo().plusMonths(from.until(to, ChronoUnit.MONTHS));
            comparison = read(
                    scope,
                    asked,
                    FiscalPeriod.between(range.compareTo(), otherTo, range.length(), term.fiscalYearStartMonth()),
                    reader);
        }
        List<String> others = store.currencies(workspaceId).stream()
                .filter(other -> !other.equals(asked))
                .toList();
        return new Figures<>(moment, asked, others, periods, comparison);
    }

    private static <T> List<Figure<T>> read(
            Scope scope, String currency, List<FiscalPeriod> periods, Reader<T> reader) {
        List<T> values = reader.read(scope, currency, periods);
        return IntStream.range(0, periods.size())
                .mapToObj(i -> new Figure<>(periods.get(i), values.get(i)))
                .toList();
    }

    private static void check(YearMonth from, YearMonth to) {
        if (from.isAfter(to) || from.plusMonths(MOST_MONTHS).compareTo(to) <= 0) {
            Wording detail = new Wording(
                    "fromはto以前の月で、期間は" + MOST_MONTHS + "か月までです。",
                    "from is a month not after to, and at most " + MOST_MONTHS + " months are shown.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:from", "out-of-range", detail)));
        }
    }
}
