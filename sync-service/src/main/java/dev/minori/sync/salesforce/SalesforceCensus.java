package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts records by the time of their last change, all windows in one call: aggregates give up to 2,000 groups, which is
 * 166 years of months. Without {@code convertTimezone()} the groups are those of UTC.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm">Date functions</a>
 */
final class SalesforceCensus {
    private final SalesforceApi api;

    SalesforceCensus(SalesforceApi api) {
        this.api = api;
    }

    List<WindowCount> byMonth(ReadPlan plan) {
        List<WindowCount> counts = new ArrayList<>();
        for (JsonNode group : groups(Soql.countByMonth(plan))) {
            LocalDate first = LocalDate.of(
                    group.path("years").asInt(), group.path("months").asInt(), 1);
            counts.add(count(first, first.plusMonths(1), group));
        }
        return counts;
    }

    List<WindowCount> byDay(ReadPlan plan, Window within) {
        List<WindowCount> counts = new ArrayList<>();
        for (JsonNode group : groups(Soql.countByDay(within(plan, within)))) {
            LocalDate day = LocalDate.parse(group.path("days").asText());
            counts.add(count(day, day.plusDays(1), group));
        }
        return counts;
    }

    /** The plan for the records of a window only. */
    static ReadPlan within(ReadPlan plan, Window window) {
        @Nullable String condition = Soql.within(plan, window);
        return condition == null ? plan : plan.and(condition);
    }

    private Iterable<JsonNode> groups(String soql) {
        return api.get(api.base() + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .items("records");
    }

    private static WindowCount count(LocalDate from, LocalDate until, JsonNode group) {
        return new WindowCount(
                new Window(start(from), start(until)), group.path("found").asLong());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
