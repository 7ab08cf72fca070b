package dev.minori.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What happens in Salesforce right after the first load, which is silent by design: usage of a few customers falls and two
 * ask for a quotation. So whoever signs in first finds a day with real news, which went the whole way.
 */
final class FirstDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> FALLING = List.of("hanako", "hanako", "ichiro", "misaki");
    private static final List<String> ASKING = List.of("hanako", "ichiro");
    /** Enough that each CSM has some of them. */
    private static final int POOL = 24;
    /** The quotations and at least one fall. */
    private static final int FEWEST_ALERTS = 3;

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

    /** Changes the records and waits until Minori tells of each. */
    void run() {
        SalesforceOrg org = new SalesforceOrg(platform.endpoints().salesforce(), platform.web());
        CrmChanges changes = new CrmChanges(org, _ -> {});
        List<Actor> pool = new ArrayList<>(onceScored(new Casting(platform, org)));
        Map<Actor, Double> falling = new LinkedHashMap<>();
        List<Actor> asking = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (String owner : FALLING) {
            Actor actor = take(pool, owner);
            falling.put(actor, points(actor));
            changes.lowerUsage(actor, today);
        }
        for (String owner : ASKING) {
            Actor actor = take(pool, owner);
            changes.askForQuotation(actor, clock.instant());
            asking.add(actor);
        }
        long alerted = awaitNews(falling, asking);
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

    /**
     * Waits until all of it has arrived: whatever is still on its way would fall into the story of whoever begins one now,
     * perhaps on the same customer. Of those that fell, some may stay in their band, without an alert.
     *
     * @return how many have an alert
     */
    private long awaitNews(Map<Actor, Double> falling, List<Actor> asking) {
        Waiting patience = new Waiting(LIMIT, progress);
        while (true) {
            long alerted = Stream.concat(falling.keySet().stream(), asking.stream())
                    .filter(this::isAlerted)
                    .count();
            long fallen = falling.entrySet().stream()
                    .filter(fall -> points(fall.getKey()) < fall.getValue())
                    .count();
            if (alerted >= FEWEST_ALERTS
                    && fallen == falling.size()
                    && asking.stream().allMatch(this::isAlerted)) {
                return alerted;
            }
            String seen = "%d of %d falls, %d alerts".formatted(fallen, falling.size(), alerted);
            if (!patience.goOn("news of what happened (" + seen + ")")) {
                throw new DemoFailed("of what happened in Salesforce Minori told only %s within %d s"
                        .formatted(seen, LIMIT.toSeconds()));
            }
        }
    }

    private double points(Actor actor) {
        return sights.health(actor).path("points").asDouble();
    }

    private boolean isAlerted(Actor actor) {
        return !sights.alerts(actor).isEmpty();
    }
}
