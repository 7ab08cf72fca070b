package dev.minori.scoring.customer.rest;

import dev.minori.events.HealthBand;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which customers a request asks for, and in which order. */
public class CustomerParameters {
    /** Health states; several are alternatives. */
    @QueryParam("band")
    public List<HealthBand> bands = List.of();

    /** Phases; several are alternatives. */
    @QueryParam("phase")
    public List<String> phases = List.of();

    /** Customers without a phase, as one more alternative. */
    @QueryParam("withoutPhase")
    public boolean withoutPhase;

    /** Members' ids, {@code me} or {@code none}. */
    @QueryParam("owner")
    public List<String> owners = List.of();

    /** Teams' ids: customers whose owner belongs to one of them. */
    @QueryParam("team")
    public List<UUID> teams = List.of();

    /** Least MRR in minor units of the workspace's currency. */
    @QueryParam("mrrFrom")
    public @Nullable Long mrrFrom;

    /** Greatest MRR in minor units of the workspace's currency. */
    @QueryParam("mrrTo")
    public @Nullable Long mrrTo;

    /** The next date is this day or later. */
    @QueryParam("nextDateFrom")
    public @Nullable LocalDate nextDateFrom;

    /** The next date is this day or earlier. */
    @QueryParam("nextDateTo")
    public @Nullable LocalDate nextDateTo;

    /** Part of name, kana or customer code, whatever its width and case. */
    @QueryParam("q")
    public @Nullable String text;

    /** A field of the answer, with {@code -} in front for descending; {@code name} unless said otherwise. */
    @QueryParam("sort")
    public @Nullable String sort;
}
