package dev.minori.simulators.salesforce.org;

import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One org. Settings that the control door changes are mutable; they are written back by {@link Orgs}. */
public final class Org {

    private final String name;
    private final String id;
    private final ZoneId zone;
    private final OrgSchema schema;
    private volatile Duration sessionTimeout;
    private volatile int dailyLimit;
    private volatile Duration coveredLag;
    private volatile Paging paging;
    private volatile @Nullable Instant deletionsKnownFrom;
    private final Trouble trouble = new Trouble();
    private final Map<String, OrgSchema> views = new ConcurrentHashMap<>();
    private LocalDate day;
    private int used;

    Org(
            String name,
            String id,
            ZoneId zone,
            OrgSchema schema,
            Duration sessionTimeout,
            int dailyLimit,
            Duration coveredLag,
            Paging paging,
            @Nullable Instant deletionsKnownFrom,
            LocalDate day,
            int used) {
        this.name = name;
        this.id = id;
        this.zone = zone;
        this.schema = schema;
        this.sessionTimeout = sessionTimeout;
        this.dailyLimit = dailyLimit;
        this.coveredLag = coveredLag;
        this.paging = paging;
        this.deletionsKnownFrom = deletionsKnownFrom;
        this.day = day;
        this.used = used;
    }

    /** The name it is configured under, such as {@code demo}. */
    public String name() {
        return name;
    }

    /** The 18-character organization id. */
    public String id() {
        return id;
    }

    /** The time zone of the org's users; date literals count days in it. */
    public ZoneId zone() {
        return zone;
    }

    /** The objects. */
    public OrgSchema schema() {
        return schema;
    }

    /** The objects as a user sees them. */
    public OrgSchema schemaOf(String userId) {
        return views.getOrDefault(userId, schema);
    }

    void restrict(String userId, Permissions permissions) {
        views.put(userId, permissions.seen(schema));
    }

    void free(String userId) {
        views.remove(userId);
    }

    /** How long a session lives after its last use. */
    public Duration sessionTimeout() {
        return sessionTimeout;
    }

    void sessionTimeout(Duration timeout) {
        this.sessionTimeout = timeout;
    }

    /** API calls allowed a day. */
    public int dailyLimit() {
        return dailyLimit;
    }

    void dailyLimit(int limit) {
        this.dailyLimit = limit;
    }

    /** Trouble ordered for its rows. */
    public Trouble trouble() {
        return trouble;
    }

    /** How far {@code latestDateCovered} lags behind the clock, as it does behind long transactions. */
    public Duration coveredLag() {
        return coveredLag;
    }

    void coveredLag(Duration lag) {
        this.coveredLag = lag;
    }

    /** How it gives long results away. */
    public Paging paging() {
        return paging;
    }

    void paging(Paging now) {
        this.paging = now;
    }

    /** Since when the log of deletions is complete, or null when it never was purged. */
    public @Nullable Instant deletionsKnownFrom() {
        return deletionsKnownFrom;
    }

    void deletionsKnownFrom(Instant since) {
        this.deletionsKnownFrom = since;
    }

    /** Counts one API call; false when the day's allowance is spent, in which case nothing is counted. */
    public synchronized boolean spendCall(LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
        if (used >= dailyLimit) {
            return false;
        }
        used++;
        return true;
    }

    /** Calls spent today. */
    public synchronized Usage usage() {
        return new Usage(day, used);
    }

    synchronized void use(LocalDate today, int calls) {
        day = today;
        used = calls;
    }

    /** API calls spent on a day. */
    public record Usage(LocalDate day, int calls) {}
}
