package dev.minori.scoring.usage;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.Customers;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.history.PastTimes;
import dev.minori.scoring.usage.UsageDays.Day;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Daily usage of a customer the caller may see. */
@ApplicationScoped
public class CustomerUsage {
    private static final int DEFAULT_DAYS = 90;
    private static final int MAX_DAYS = 800;

    private final UsageDays days;
    private final Customers customers;
    private final Moments moments;
    private final PastTimes times;

    CustomerUsage(UsageDays days, Customers customers, Moments moments, PastTimes times) {
        this.days = days;
        this.customers = customers;
        this.moments = moments;
        this.times = times;
    }

    /** Days from {@code from} to {@code to}, both inclusive; the last 90 days by default, at most 800. */
    @Transactional
    public List<Day> list(
            UUID workspaceId,
            UUID customerId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant knownAt) {
        customers.get(workspaceId, customerId);
        LocalDate last = to == null ? moments.now(workspaceId).today() : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            Wording detail = new Wording("期間は1日から800日までです。", "The range is 1 to 800 days.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:from", "out-of-range", detail)));
        }
        return times.knownAt(knownAt)
                .map(known -> days.listKnownAt(workspaceId, customerId, first, last, known))
                .orElseGet(() -> days.list(workspaceId, customerId, first, last));
    }
}
