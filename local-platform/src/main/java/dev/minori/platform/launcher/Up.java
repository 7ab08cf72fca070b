package dev.minori.platform.launcher;

import dev.minori.platform.demo.DemoFailed;
import dev.minori.platform.demo.DemoSetup;
import dev.minori.platform.kafka.Topics;
import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.mail.MailSink;
import dev.minori.platform.oidc.DemoUser;
import dev.minori.platform.oidc.DemoUsers;
import dev.minori.platform.oidc.OidcProvider;
import dev.minori.platform.oidc.SigningKey;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** {@code ./minori up}: brings the whole platform up and keeps it up until Ctrl-C. */
final class Up {

    static final String LAUNCHER = "launcher";

    private static final long LEAST_FREE_MEGABYTES = 2_048;

    private final Terminal terminal;
    private final Installation installation;
    private final Layout layout;
    private final LocalPorts ports;
    private final Map<String, String> environment;
    private final List<AutoCloseable> hosted = new CopyOnWriteArrayList<>();
    private final long begun = System.nanoTime();

    private @Nullable Supervisor supervisor;

    Up(Terminal terminal, Installation installation, Layout layout, LocalPorts ports, Map<String, String> environment) {
        this.terminal = terminal;
        this.installation = installation;
        this.layout = layout;
        this.ports = ports;
        this.environment = environment;
    }

    /**
     * Starts everything and returns when all is ready; the parts run until the JVM ends.
     *
     * @param fresh whether data of earlier runs is thrown away
     * @param without parts that somebody else runs, for example a service in dev mode
     * @throws StartFailed with a message for a person
     */
    void run(boolean fresh, Set<String> without) throws InterruptedException, IOException {
        // Before anything is thrown away: a slip of the pen should not cost the data.
        namesExist(without);
        Files.createDirectories(layout.home());
        hosted.add(SoleLauncher.of(layout));
        StaleParts.stop(layout.pids(), terminal);
        if (fresh) {
            layout.clear();
            terminal.line("  · starting from empty data");
        }
        PreflightChecks.diskHasRoom(layout.home(), leastFreeMegabytes());
        Secrets secrets = new Secrets(layout.secrets());
        Parts parts = new Parts(installation, layout, ports, secrets);
        Optional<Part> simulators = parts.simulators().filter(part -> !without.contains(part.name()));
        List<Part> services = parts.services().stream()
                .filter(part -> !without.contains(part.name()))
                .toList();
        Optional<Part> console = parts.console().filter(part -> !without.contains(part.name()));
        PreflightChecks.portsAreFree(ports, wantedPorts(simulators, services, console));

        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "minori-stop"));
        PidFile.of(LAUNCHER, ProcessHandle.current(), "").write(layout.pids());
        if (!Files.exists(layout.clockOffset())) {
            Files.writeString(layout.clockOffset(), "PT0S\n");
        }
        Supervisor watched = supervise();
        // Side by side: loading the provider's classes takes as long as starting the stores.
        FutureTask<Void> hostedStart = new FutureTask<>(() -> startHosted(secrets), null);
        Thread.ofPlatform().name("hosted-start").start(hostedStart);
        DatabaseServer databases = new DatabaseServer(installation, layout, ports, secrets);
        watched.start(List.of(databases.part(parts), parts.kafka()));
        await(hostedStart);
        databases.ensure(Parts.DATABASES);
        Topics.ensure(parts.bootstrap(), "", Topics.PARTITIONS);
        watched.start(simulators.stream().toList());
        watched.start(services);
        watched.start(console.stream().toList());
        installDemo(simulators.isPresent(), services);
        welcome(simulators.isPresent(), services, console);
        new CountDownLatch(1).await();
    }

    private static void namesExist(Set<String> without) {
        without.stream()
                .filter(name -> !Parts.MODULES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new StartFailed(
                            "there is no service '" + name + "'. Services: " + String.join(", ", Parts.MODULES));
                });
    }

    /** Only a whole platform gets the demo: whoever runs a service elsewhere knows what is in it. */
    private void installDemo(boolean simulators, List<Part> services) {
        if (!simulators || services.size() < Parts.SERVICE_COUNT) {
            return;
        }
        terminal.line("  … demo content");
        try {
            new DemoSetup(
                            installation.repository(),
                            DemoCommand.endpoints(ports),
                            Clock.systemUTC(),
                            line -> terminal.line((line.startsWith("…") ? "    " : "  ✓ ") + line))
                    .run();
        } catch (DemoFailed failed) {
            throw new StartFailed("the demo content could not be installed: " + failed.getMessage());
        }
    }

    private static void await(FutureTask<Void> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            throw new StartFailed(String.valueOf(e.getCause()));
        }
    }

    private synchronized Supervisor supervise() {
        Supervisor created = new Supervisor(terminal, layout);
        supervisor = created;
        return created;
    }

    private long leastFreeMegabytes() {
        String told = environment.get("MINORI_MIN_FREE_MB");
        if (told == null) {
            return LEAST_FREE_MEGABYTES;
        }
        try {
            return Long.parseLong(told);
        } catch (NumberFormatException e) {
            throw new StartFailed("MINORI_MIN_FREE_MB must be a whole number of megabytes, and is '" + told + "'");
        }
    }

    private List<Port> wantedPorts(Optional<Part> simulators, List<Part> services, Optional<Part> console) {
        List<Port> wanted = new ArrayList<>(List.of(Port.POSTGRES, Port.KAFKA, Port.OIDC, Port.SMTP, Port.MAIL));
        simulators.ifPresent(part -> wanted.addAll(part.ports()));
        services.forEach(part -> wanted.addAll(part.ports()));
        console.ifPresent(part -> wanted.addAll(part.ports()));
        return wanted;
    }

    private void startHosted(Secrets secrets) {
        long start = System.nanoTime();
        OidcProvider oidc = OidcProvider.start(SigningKey.in(secrets.oidcKey()), ports.of(Port.OIDC));
        hosted.add(oidc);
        terminal.ready("oidc-provider", oidc.issuer(), (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        MailSink mail = MailSink.start(ports.of(Port.SMTP), ports.of(Port.MAIL), Clock.systemUTC());
        hosted.add(mail);
        terminal.ready(
                "mail-sink",
                ports.url(Port.MAIL) + " smtp " + ports.of(Port.SMTP),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void welcome(boolean simulators, List<Part> services, Optional<Part> console) {
        terminal.line("");
        terminal.line(String.format(
                java.util.Locale.ROOT, "Minori is ready after %.0f s.", (System.nanoTime() - begun) / 1_000_000_000.0));
        terminal.line("");
        console.ifPresent(part -> terminal.line(String.format("  %-22s %s", "Minori in the browser", part.where())));
        for (Part service : services) {
            terminal.line(String.format("  %-22s %s/q/openapi", service.name(), service.where()));
        }
        if (simulators) {
            terminal.line(String.format("  %-22s %s", "Salesforce simulator", ports.url(Port.SALESFORCE)));
            terminal.line(String.format("  %-22s %s", "kintone simulator", ports.url(Port.KINTONE)));
        }
        terminal.line(String.format("  %-22s %s", "Mails and chat", ports.url(Port.MAIL)));
        terminal.line("");
        terminal.line("  Demo users (no password):");
        for (DemoUser user : DemoUsers.ALL) {
            terminal.line(String.format(
                    "    %-14s %s, %s (%s)",
                    user.userName(),
                    user.name(),
                    String.join(" + ", user.roles()),
                    DemoUsers.workspaceName(user.workspace())));
        }
        terminal.line("");
        terminal.line("  A token for curl: ./minori token --user hanako      Stop: Ctrl-C");
    }

    private void stop() {
        Supervisor watched;
        synchronized (this) {
            watched = supervisor;
        }
        terminal.line("");
        terminal.line("Stopping …");
        if (watched != null) {
            watched.stop();
        }
        for (AutoCloseable part : hosted.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                terminal.trouble(String.valueOf(e.getMessage()));
            }
        }
        PidFile.of(LAUNCHER, ProcessHandle.current(), "").remove(layout.pids());
        terminal.line("Stopped; the data stays in " + layout.home());
    }
}
