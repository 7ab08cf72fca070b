package dev.minori.platform.launcher;

import dev.minori.platform.kafka.KafkaBroker;
import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.launcher.Part.Stage;
import dev.minori.platform.oidc.LocalIssuer;
import dev.minori.platform.postgres.PostgresBinaries;
import dev.minori.platform.postgres.PostgresServer;
import dev.minori.platform.postgres.PostgresSettings;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.JavaCommand;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of what runs on a local machine. A module that has not been built into a runnable jar is not in it. */
final class Parts {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    /** The databases that PostgreSQL gets. */
    static final List<String> DATABASES = List.of("sync", "scoring", "playbook", "notification", "simulators");

    /** The parts that are modules of their own and can be left out. */
    static final List<String> MODULES = List.of(
            "crm-simulators", "sync-service", "scoring-service", "playbook-service", "notification-service", "console");

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /**
     * A Quarkus service of the platform.
     *
     * @param module its directory in the repository, and the name people see
     * @param database its database, and the beginning of its role names
     */
    private record Service(String module, String database, Port port, Port management) {}

    private static final List<Service> SERVICES = List.of(
            new Service("sync-service", "sync", Port.SYNC, Port.SYNC_MANAGEMENT),
            new Service("scoring-service", "scoring", Port.SCORING, Port.SCORING_MANAGEMENT),
            new Service("playbook-service", "playbook", Port.PLAYBOOK, Port.PLAYBOOK_MANAGEMENT),
            new Service("notification-service", "notification", Port.NOTIFICATION, Port.NOTIFICATION_MANAGEMENT));

    /** How many services a whole platform has. */
    static final int SERVICE_COUNT = SERVICES.size();

    private final Installation installation;
    private final Layout layout;
    private final LocalPorts ports;
    private final Secrets secrets;

    Parts(Installation installation, Layout layout, LocalPorts ports, Secrets secrets) {
        this.installation = installation;
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** PostgreSQL; its data directory must have been initialized. */
    Part postgres(PostgresBinaries binaries, Readiness readiness) {
        int port = ports.of(Port.POSTGRES);
        return new Part(
                POSTGRES,
                Stage.STORES,
                PostgresServer.command(binaries, layout.postgres(), port, PostgresSettings.forKeeps()),
                Map.of(),
                List.of(Port.POSTGRES),
                "127.0.0.1:" + port,
                readiness,
                START_LIMIT,
                Signal.INT);
    }

    /** The Kafka broker. */
    Part kafka() {
        int port = ports.of(Port.KAFKA);
        return new Part(
                KAFKA,
                Stage.STORES,
                KafkaBroker.command(installation, layout.kafka(), port),
                Map.of(),
                List.of(Port.KAFKA),
                bootstrap(),
                () -> Ports.accepts(port) && KafkaBroker.answers(bootstrap()),
                START_LIMIT,
                Signal.TERM);
    }

    /** The simulated source systems, when they are built. */
    Optional<Part> simulators() {
        return simulators(Map.of());
    }

    /** {@link #simulators()} with more settings. */
    Optional<Part> simulators(Map<String, String> more) {
        Path jar = installation.repository().resolve("crm-simulators/target/crm-simulators-app/crm-simulators.jar");
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        Map<String, String> environment = common("simulators", "crm-simulators");
        for (Port port : List.of(Port.SALESFORCE, Port.SALESFORCE_TLS, Port.KINTONE, Port.KINTONE_TLS)) {
            environment.put(port.variable(), Integer.toString(ports.of(port)));
        }
        environment.put("MINORI_SIMULATORS_DIR", layout.simulators().toString());
        environment.putAll(more);
        String salesforce = ports.url(Port.SALESFORCE);
        Readiness first = Readiness.http(salesforce + "/_control/health");
        Readiness second = Readiness.http(ports.url(Port.KINTONE) + "/_control/health");
        return Optional.of(new Part(
                "crm-simulators",
                Stage.SOURCES,
                JavaCommand.ofJar(jar, "256m"),
                environment,
                List.of(Port.SALESFORCE, Port.SALESFORCE_TLS, Port.KINTONE, Port.KINTONE_TLS),
                salesforce + " " + ports.url(Port.KINTONE),
                () -> first.isReady() && second.isReady(),
                Duration.ofMinutes(5),
                Signal.TERM));
    }

    /** The services that are built. */
    List<Part> services() {
        return SERVICES.stream()
                .filter(service -> Files.isRegularFile(jar(service)))
                .map(this::service)
                .toList();
    }

    /** The web console, when it is built. */
    Optional<Part> console() {
        Path jar = installation.repository().resolve("console/target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        Map<String, String> environment = new LinkedHashMap<>();
        shared(environment, "console");
        environment.put("MINORI_HTTP_PORT", Integer.toString(ports.of(Port.CONSOLE)));
        environment.put("MINORI_MANAGEMENT_PORT", Integer.toString(ports.of(Port.CONSOLE_MANAGEMENT)));
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "2S");
        environment.put("MINORI_OIDC_CLIENT_ID", "console");
        environment.put("MINORI_OIDC_CLIENT_SECRET", LocalIssuer.CLIENT_SECRET);
        return Optional.of(new Part(
                "console",
                Stage.CONSOLE,
                JavaCommand.ofJar(jar, "256m"),
                environment,
                List.of(Port.CONSOLE, Port.CONSOLE_MANAGEMENT),
                ports.url(Port.CONSOLE),
                Readiness.http(ports.url(Port.CONSOLE_MANAGEMENT) + "/q/health/ready"),
                START_LIMIT,
                Signal.TERM));
    }

    private Part service(Service service) {
        Map<String, String> environment = common(service.database(), service.module());
        environment.put("MINORI_HTTP_PORT", Integer.toString(ports.of(service.port())));
        environment.put("MINORI_MANAGEMENT_PORT", Integer.toString(ports.of(service.management())));
        // Ctrl-C promises an end within ten seconds; in production requests in flight get longer.
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "2S");
        environment.put("MINORI_KAFKA_BOOTSTRAP", bootstrap());
        environment.put("MINORI_OIDC_CLIENT_ID", service.module());
        environment.put("MINORI_OIDC_CLIENT_SECRET", LocalIssuer.CLIENT_SECRET);
        environment.put("MINORI_KEK_FILE", secrets.keyEncryptionKeyset().toString());
        environment.put("MINORI_SMTP_HOST", "127.0.0.1");
        environment.put("MINORI_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        environment.put("MINORI_SMTP_FROM", "Minori <minori@minori-demo.example>");
        environment.put("MINORI_CONSOLE_URL", ports.url(Port.CONSOLE));
        // The demo's mappings read every five seconds, so a day's usage is complete sooner, too.
        environment.put("MINORI_SCORING_USAGE_SETTLES_AFTER", "PT30S");
        return new Part(
                service.module(),
                Stage.SERVICES,
                JavaCommand.ofJar(jar(service), "256m"),
                environment,
                List.of(service.port(), service.management()),
                ports.url(service.port()),
                Readiness.http(ports.url(service.management()) + "/q/health/ready"),
                START_LIMIT,
                Signal.TERM);
    }

    private Map<String, String> common(String database, String part) {
        Map<String, String> environment = new LinkedHashMap<>(
                new ServiceDatabase(database, "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database)
                        .environment());
        shared(environment, part);
        environment.put("MINORI_CLOCK_OFFSET_FILE", layout.clockOffset().toString());
        return environment;
    }

    private void shared(Map<String, String> environment, String part) {
        environment.put("MINORI_PROFILE", "local");
        environment.put("MINORI_HTTP_HOST", "127.0.0.1");
        environment.put("MINORI_OIDC_ISSUER", LocalIssuer.url(ports.of(Port.OIDC)));
        environment.put("MINORI_SECRET_FILE", secrets.serviceSecret(part).toString());
        environment.put("MINORI_SYNC_URL", ports.url(Port.SYNC));
        environment.put("MINORI_SCORING_URL", ports.url(Port.SCORING));
        environment.put("MINORI_PLAYBOOK_URL", ports.url(Port.PLAYBOOK));
        environment.put("MINORI_NOTIFICATION_URL", ports.url(Port.NOTIFICATION));
    }

    /** Where Kafka's clients connect. */
    String bootstrap() {
        return "127.0.0.1:" + ports.of(Port.KAFKA);
    }

    private Path jar(Service service) {
        return installation.repository().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
