package dev.minori.simulators.seed;

import dev.minori.simulators.seed.SalesforceSeeder.OrgPlan;
import java.time.Instant;
import java.time.LocalDate;

/** The two orgs every start has: {@code demo}, and {@code load} for isolation and load trials. */
public final class DemoOrgs {

    /** The org of the demo workspace. */
    public static final String DEMO = "demo";
    /** The org of the second workspace. */
    public static final String LOAD = "load";

    private static final int DAILY_LIMIT = 1_000_000;
    private static final long LOAD_SEED = 20_260_402L;

    private final String demoPublicKey;
    private final int loadAccounts;

    /** @param demoPublicKey PEM that JWT bearer assertions of either org are checked with */
    public DemoOrgs(String demoPublicKey, int loadAccounts) {
        this.demoPublicKey = demoPublicKey;
        this.loadAccounts = loadAccounts;
    }

    /** How an org is set up. */
    public OrgPlan plan(String name) {
        return switch (name) {
            case DEMO ->
                new OrgPlan(DEMO, "minori-demo", "minori-demo-secret", demoPublicKey, DAILY_LIMIT, Owners.demo());
            case LOAD ->
                new OrgPlan(LOAD, "minori-load", "minori-load-secret", demoPublicKey, DAILY_LIMIT, Owners.load());
            default -> throw new IllegalArgumentException("only orgs demo and load can be seeded, not '" + name + "'");
        };
    }

    /** What an org is filled with when nothing else is asked for. */
    public SeedPlan usualData(String name, LocalDate today, Instant now) {
        return name.equals(LOAD)
                ? new SeedPlan(LOAD_SEED, today, now, Math.max(1, loadAccounts), 0, false, false)
                : SeedPlan.demo(today, now);
    }
}
