package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.Assurance;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the replication resources, REST's {@code updated} and {@code deleted}: only they tell up to when no running
 * transaction can still make an older row visible, and only they tell of records that never were in the recycle bin.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm">Get Updated</a>
 */
final class SalesforceReplication {
    /** The log of deletions reaches back fifteen days; a little less, because clocks differ. */
    private static final Duration LOG_KEPT = Duration.ofDays(14);

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final SalesforceApi api;
    private final Clock clock;

    SalesforceReplication(SalesforceApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Empty for objects that cannot be replicated. */
    Optional<Assurance> assure(String objectName, @Nullable Instant since) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Optional<JsonNode> updated = ask(objectName, "updated", now.minus(SHORTEST), now);
        Optional<Instant> certain = updated.flatMap(answer -> moment(answer.path("latestDateCovered")));
        if (certain.isEmpty() || since == null) {
            return certain.map(until -> new Assurance(until, List.of(), true));
        }
        Instant oldest = now.minus(LOG_KEPT);
        Instant start = since.isBefore(oldest) ? oldest : since;
        Instant latest = now.minus(SHORTEST);
        Optional<JsonNode> deleted = ask(objectName, "deleted", start.isBefore(latest) ? start : latest, now);
        List<String> ids = new ArrayList<>();
        deleted.ifPresent(answer -> answer.path("deletedRecords")
                .forEach(one -> ids.add(one.path("id").asText())));
        // What is refused here is a time of which the log no longer knows: it was purged.
        boolean complete = deleted.isPresent() && !since.isBefore(oldest);
        return Optional.of(new Assurance(certain.get(), ids, complete));
    }

    private Optional<JsonNode> ask(String objectName, String what, Instant start, Instant end) {
        try {
            return Optional.of(api.get(api.base() + "/sobjects/" + encode(objectName) + "/" + what + "/?start="
                            + encode(text(start)) + "&end=" + encode(text(end)))
                    .body());
        } catch (SourceException refused) {
            if (refused.failure() == SourceFailure.REFUSED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Optional<Instant> moment(JsonNode text) {
        return ValueHygiene.read(text.asText(), SourceType.MOMENT) instanceof SourceValue.Moment(Instant moment)
                ? Optional.of(moment)
                : Optional.empty();
    }

    private static String text(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
