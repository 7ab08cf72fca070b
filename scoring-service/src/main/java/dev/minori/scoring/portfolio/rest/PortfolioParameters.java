package dev.minori.scoring.portfolio.rest;

import dev.minori.scoring.portfolio.FiscalPeriod.Length;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which time and whose customers a figure is about. */
public class PortfolioParameters {
    /** First month, for example {@code 2026-04}; the first of the fiscal year unless said otherwise. */
    @QueryParam("from")
    public @Nullable YearMonth from;

    /** Last month; the current one unless said otherwise. */
    @QueryParam("to")
    public @Nullable YearMonth to;

    /** The month that the first one is compared with; the comparison is as long as the range. */
    @QueryParam("compareTo")
    public @Nullable YearMonth compareTo;

    /** How long a period is. */
    @QueryParam("by")
    @DefaultValue("MONTH")
    public Length by = Length.MONTH;

    /** ISO 4217; the workspace's unless said otherwise. */
    @QueryParam("currency")
    public @Nullable String currency;

    /** A member: only its customers. */
    @QueryParam("owner")
    public @Nullable UUID owner;

    /** A team: only its members' customers. */
    @QueryParam("team")
    public @Nullable UUID team;
}
