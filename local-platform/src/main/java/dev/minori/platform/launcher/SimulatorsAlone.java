package dev.minori.platform.launcher;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code ./minori simulators}: only the simulated source systems and their database, for integrations of one's own. */
final class SimulatorsAlone {

    private static final String DATABASE = "simulators";
    private static final long LEAST_FREE_MEGABYTES = 512;

    private final Terminal terminal;
    private final Installation installation;
    private final Layout layout;
    private final LocalPorts ports;

    private @Nullable Supervisor supervisor;
    private @Nullable AutoCloseable lock;

    /** @param layout a place of its own, so that it does not meet a platform's data */
    SimulatorsAlone(Terminal terminal, Installation installation, Layout layout, LocalPorts ports) {
        this.terminal = terminal;
        this.installation = installation;
        this.layout = layout;
        this.ports = ports;
    }

    /**
     * Starts them and returns when the JVM is told to end.
     *
     * @param definitions file with orgs and apps of one's own
     * @throws StartFailed with a message for a person
     */
    void run(boolean fresh, Optional<Path> definitions) throws InterruptedException, IOException {
        definitions.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new StartFailed("the file " + file + " cannot be read");
        });
        Files.createDirectories(layout.home());
        AutoCloseable held = SoleLauncher.of(layout);
        StaleParts.stop(layout.pids(), terminal);
        if (fresh) {
            layout.clear();
            terminal.line("  · starting from empty data");
        }
        PreflightChecks.diskHasRoom(layout.home(), LEAST_FREE_MEGABYTES);
        Secrets secrets = new Secrets(layout.secrets());
        Parts parts = new Parts(installation, layout, ports, secrets);
        Map<String, String> more = new LinkedHashMap<>();
        definitions.ifPresent(file ->
                more.put("MINORI_SIMULATORS_DEFINITIONS", file.toAbsolutePath().toString()));
        Part simulators = parts.simulators(more).orElseThrow(() -> new StartFailed("the simulators are not built"));
        PreflightChecks.portsAreFree(
                ports, List.of(Port.POSTGRES, Port.SALESFORCE, Port.SALESFORCE_TLS, Port.KINTONE, Port.KINTONE_TLS));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "minori-stop"));
        PidFile.of(Up.LAUNCHER, ProcessHandle.current(), "").write(layout.pids());
        if (!Files.exists(layout.clockOffset())) {
            Files.writeString(layout.clockOffset(), "PT0S\n");
        }
        Supervisor watched = supervise(held);
        DatabaseServer databases = new DatabaseServer(installation, layout, ports, secrets);
        watched.start(List.of(databases.part(parts)));
        databases.ensure(List.of(DATABASE));
        watched.start(List.of(simulators));
        welcome();
        new CountDownLatch(1).await();
    }

    private synchronized Supervisor supervise(AutoCloseable held) {
        Supervisor created = new Supervisor(terminal, layout);
        supervisor = created;
        lock = held;
        return created;
    }

    private void welcome() {
        terminal.line("");
        terminal.line(String.format("  %-22s %s", "Salesforce simulator", ports.url(Port.SALESFORCE)));
        terminal.line(String.format("  %-22s %s", "kintone simulator", ports.url(Port.KINTONE)));
        terminal.line(String.format("  %-22s %s/_control", "Their control, a page", ports.url(Port.SALESFORCE)));
        terminal.line("");
        terminal.line("  Salesforce: client credentials minori-demo / minori-demo-secret");
        terminal.line("  kintone:    API token demo-token-all, apps 1 to 3");
        terminal.line("  What they do and how to order faults: docs/guides/extend/simulators.md      Stop: Ctrl-C");
    }

    private void stop() {
        Supervisor watched;
        AutoCloseable held;
        synchronized (this) {
            watched = supervisor;
            held = lock;
        }
        terminal.line("");
        terminal.line("Stopping …");
        if (watched != null) {
            watched.stop();
        }
        if (held != null) {
            try {
                held.close();
            } catch (Exception e) {
                terminal.trouble(String.valueOf(e.getMessage()));
            }
        }
        PidFile.of(Up.LAUNCHER, ProcessHandle.current(), "").remove(layout.pids());
        terminal.line("Stopped; the data stays in " + layout.home());
    }
}
