package dev.minori.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens in Salesforce right after the first load, which is silent by design: usage of a few customers falls and two
 * ask for a quotation. So whoever signs in first finds a day with real news, which went the whole way.
 */
final class FirstDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> FALLING = List.of("hanako", "hanako", "ichiro", "misaki");
    private static final List<String> ASKING = List.of("hanako", "ichiro");
    /** Enough that each CSM has some of them. */
    private static final int POOL = 24;
    /** So many may stay well. */
    private static final int SPARED = 3;

    private final Platform platform;
    private final Sights sights;
    private final Clock clock;
    private final Consumer<String> progress;

    FirstDay(Platform platform, Clock clock, Consumer<String> progress) {
        this.platform = platform;
        this.sights = new Sights(platform);
        this.clock = clock;
        this.progress = progress;
    }

    /** Changes the records and waits until alerts tell of them. */
    void run() {
        SalesforceOrg org = new SalesforceOrg(platform.endpoints().salesforce(), platform.web());
        CrmChanges changes = new CrmChanges(org, _ -> {});
        List<Actor> pool = new ArrayList<>(onceScored(new Casting(platform, org)));
        List<Actor> told = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (String owner : FALLING) {
            Actor falling = take(pool, owner);
            changes.lowerUsage(falling, today);
            told.add(falling);
        }
        for (String owner : ASKING) {
            Actor asking = take(pool, owner);
            changes.askForQuotation(asking, clock.instant());
            told.add(asking);
        }
        long alerted = awaitAlerts(told);
        progress.accept("first day: usage of %d customers fell, %d asked for a quotation; alerts about %d of them"
                .formatted(FALLING.size(), ASKING.size(), alerted));
    }

    /** Facts are scored within seconds after they were read. */
    private List<Actor> onceScored(Casting casting) {
        Waiting patience = new Waiting(LIMIT, progress);
        while (true) {
            try {
                return casting.choose(POOL);
            } catch (DemoFailed notYet) {
                if (!patience.goOn("the customers to be scored")) {
                    throw notYet;
                }
            }
        }
    }

    private static Actor take(List<Actor> pool, String owner) {
        Actor taken = pool.stream()
                .filter(actor -> actor.owner().equals(owner))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("no healthy customer of " + owner + " is there"));
        pool.remove(taken);
        return taken;
    }

    /** Waits for news of most: a customer that was very well may stay well in spite of its fall. */
    private long awaitAlerts(List<Actor> actors) {
        Waiting patience = new Waiting(LIMIT, progress);
        while (true) {
            long alerted = actors.stream()
                    .filter(actor -> !sights.alerts(actor).isEmpty())
                    .count();
            if (alerted >= actors.size() - SPARED) {
                return alerted;
            }
            if (!patience.goOn("alerts about what happened (%d of %d)".formatted(alerted, actors.size()))) {
                throw new DemoFailed("alerts told of %d of %d changes in Salesforce within %d s"
                        .formatted(alerted, actors.size(), LIMIT.toSeconds()));
            }
        }
    }
}
