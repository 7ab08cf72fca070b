package dev.minori.simulators;

import dev.minori.simulators.control.ControlDoor;
import dev.minori.simulators.control.OrgControl;
import dev.minori.simulators.control.Scenario;
import dev.minori.simulators.http.Faults;
import dev.minori.simulators.http.Handler;
import dev.minori.simulators.http.HttpDoor;
import dev.minori.simulators.http.LocalCertificate;
import dev.minori.simulators.kintone.KintoneDoor;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.salesforce.SalesforceDoor;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.seed.DemoKey;
import dev.minori.simulators.seed.DemoOrgs;
import dev.minori.simulators.seed.KintoneSeeder;
import dev.minori.simulators.seed.OwnDefinitions;
import dev.minori.simulators.seed.Owners;
import dev.minori.simulators.seed.SalesforceSeeder;
import dev.minori.simulators.seed.SeedPlan;
import dev.minori.simulators.seed.UsageCatchUp;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.time.SimulatedClock;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The running simulators: one process, one database, a port for each vendor. */
public final class CrmSimulators implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CrmSimulators.class.getName());
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int SAVE_EVERY_SECONDS = 5;
    private static final int LOOK_FOR_NEW_DAY_EVERY_MILLIS = 500;

    private final Database database;
    private final Orgs orgs;
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    private final ScheduledFuture<?> saving;
    private final ScheduledFuture<?> nights;
    private final HttpDoor salesforce;
    private final HttpDoor kintone;
    private final @Nullable HttpDoor salesforceTls;
    private final @Nullable HttpDoor kintoneTls;
    private volatile LocalDate continuedTo;

    private CrmSimulators(SimulatorConfig config) throws IOException, SQLException {
        SimulatedClock clock = new SimulatedClock(Clock.systemUTC(), config.clockOffsetFile());
        this.database = Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword());
        this.orgs = Orgs.load(database, clock);
        DemoOrgs demoOrgs = new DemoOrgs(DemoKey.publicPem(config.directory()), config.loadAccounts());
        SalesforceSeeder seeder = new SalesforceSeeder(database, orgs);
        seedSalesforce(config, demoOrgs, seeder, clock);
        continueUsage(clock);
        this.continuedTo = today(clock);
        Apps apps = Apps.load(database);
        KintoneSeeder kintoneSeeder = new KintoneSeeder(database, apps);
        seedKintone(config, apps, kintoneSeeder, clock);
        OwnDefinitions own = new OwnDefinitions(database, orgs, apps, clock);
        Path definitions = config.definitions();
        if (definitions != null) {
            own.load(definitions, config.fresh());
        }
        Sessions sessions = new Sessions(database, orgs, clock);
        Faults faults = new Faults();
        OrgControl control = new OrgControl(database, orgs, sessions, demoOrgs, seeder, kintoneSeeder, clock);
        SalesforceDoor salesforceApi = new SalesforceDoor(
                database, orgs, sessions, faults, clock, config.directory().resolve("bulk"), virtualThreads);
        Scenario scenario = new Scenario();
        Handler salesforceHandler =
                new ControlDoor(SalesforceDoor.NAME, salesforceApi, control, own, faults, scenario, clock);
        Handler kintoneHandler = new ControlDoor(
                KintoneDoor.NAME,
                new KintoneDoor(database, apps, faults, clock, ZONE),
                control,
                own,
                faults,
                scenario,
                clock);
        this.salesforce =
                HttpDoor.open(vertx, virtualThreads, config.host(), config.salesforcePort(), salesforceHandler);
        this.kintone = HttpDoor.open(vertx, virtualThreads, config.host(), config.kintonePort(), kintoneHandler);
        this.salesforceTls = secure(config, config.salesforceTlsPort(), salesforceHandler);
        this.kintoneTls = secure(config, config.kintoneTlsPort(), kintoneHandler);
        this.saving = housekeeping.scheduleWithFixedDelay(
                this::saveUsage, SAVE_EVERY_SECONDS, SAVE_EVERY_SECONDS, TimeUnit.SECONDS);
        this.nights = housekeeping.scheduleWithFixedDelay(
                () -> lookForNewDay(clock),
                LOOK_FOR_NEW_DAY_EVERY_MILLIS,
                LOOK_FOR_NEW_DAY_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Opens the database, generates the data where there is none, and listens. */
    public static CrmSimulators start(SimulatorConfig config) throws IOException, SQLException {
        return new CrmSimulators(config);
    }

    private void seedSalesforce(SimulatorConfig config, DemoOrgs demoOrgs, SalesforceSeeder seeder, Clock clock)
            throws SQLException {
        for (String name : List.of(DemoOrgs.DEMO, DemoOrgs.LOAD)) {
            boolean wanted = !name.equals(DemoOrgs.LOAD) || config.loadAccounts() > 0;
            if (wanted && (config.fresh() || orgs.find(name).isEmpty())) {
                Instant now = clock.instant();
                LOG.log(Level.INFO, "generating org {0} …", name);
                var rows = seeder.seed(
                        demoOrgs.plan(name),
                        demoOrgs.usualData(name, now.atZone(ZONE).toLocalDate(), now));
                LOG.log(Level.INFO, "org {0}: {1}", name, rows);
            }
        }
    }

    /** The certificate is of the real day: a client looks at its own clock. */
    private @Nullable HttpDoor secure(SimulatorConfig config, @Nullable Integer port, Handler handler)
            throws IOException {
        return port == null
                ? null
                : HttpDoor.open(
                        vertx,
                        virtualThreads,
                        config.host(),
                        port,
                        handler,
                        LocalCertificate.in(config.directory(), Clock.systemUTC()));
    }

    private static LocalDate today(Clock clock) {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    /** At midnight, or when the clock was sent ahead: the day that ended gets its usage. */
    private void lookForNewDay(Clock clock) {
        LocalDate today = today(clock);
        if (today.equals(continuedTo)) {
            return;
        }
        try {
            continueUsage(clock);
            continuedTo = today;
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "usage was not continued; tried again", e);
        }
    }

    private void continueUsage(Clock clock) throws SQLException {
        Optional<Org> demo = orgs.find(DemoOrgs.DEMO);
        if (demo.isPresent()) {
            long rows = new UsageCatchUp(database).run(demo.get(), clock.instant());
            if (rows > 0) {
                LOG.log(Level.INFO, "usage continued to yesterday: {0} rows", rows);
            }
        }
    }

    private static void seedKintone(SimulatorConfig config, Apps apps, KintoneSeeder seeder, Clock clock)
            throws SQLException {
        if (config.fresh() || apps.all().isEmpty()) {
            Instant now = clock.instant();
            var records = seeder.seed(SeedPlan.demo(now.atZone(ZONE).toLocalDate(), now), Owners.demo());
            LOG.log(Level.INFO, "kintone: {0}", records);
        }
    }

    /** The port Salesforce is simulated on. */
    public int salesforcePort() {
        return salesforce.port();
    }

    /** The port Salesforce is simulated on by https, or 0. */
    public int salesforceTlsPort() {
        return salesforceTls == null ? 0 : salesforceTls.port();
    }

    /** The port kintone is simulated on. */
    public int kintonePort() {
        return kintone.port();
    }

    private void saveUsage() {
        try {
            orgs.saveAll();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "API usage was not stored", e);
        }
    }

    @Override
    public void close() {
        saving.cancel(false);
        nights.cancel(false);
        housekeeping.shutdownNow();
        salesforce.close();
        kintone.close();
        if (salesforceTls != null) {
            salesforceTls.close();
        }
        if (kintoneTls != null) {
            kintoneTls.close();
        }
        virtualThreads.shutdownNow();
        saveUsage();
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Starts with settings from the environment; {@code --fresh} generates all data anew. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        boolean fresh = List.of(arguments).contains("--fresh");
        CrmSimulators simulators = startOrTell(fresh);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            simulators.close();
            stopped.countDown();
        }));
        LOG.log(Level.INFO, "Salesforce simulator on port {0}", String.valueOf(simulators.salesforcePort()));
        LOG.log(Level.INFO, "kintone simulator on port {0}", String.valueOf(simulators.kintonePort()));
        stopped.await();
    }

    /** Whoever wrote a wrong setting or definition wants to know what is wrong, not where that was noticed. */
    private static CrmSimulators startOrTell(boolean fresh) throws IOException, SQLException {
        try {
            return start(SimulatorConfig.of(System.getenv(), fresh));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, "The simulators do not start: {0}", e.getMessage());
            System.exit(2);
            throw e;
        }
    }
}
