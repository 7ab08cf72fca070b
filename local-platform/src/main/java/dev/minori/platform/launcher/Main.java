package dev.minori.platform.launcher;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.oidc.LocalIssuer;
import dev.minori.platform.postgres.PostgresBinaries;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.Ports;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Entry point behind the script {@code minori}. */
public final class Main {

    private static final int USAGE = 2;

    /** Held, because the logging system keeps only weak references to loggers. */
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    /** Runs one command; exit code 0 = done, 1 = failed with a message, 2 = wrong usage. */
    public static void main(String[] arguments) {
        // The JVM's own idea of the terminal's encoding may be ASCII; Minori speaks UTF-8.
        Terminal terminal = new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        try {
            System.exit(run(List.of(arguments), terminal));
        } catch (StartFailed | IllegalArgumentException | IllegalStateException e) {
            terminal.trouble(String.valueOf(e.getMessage()));
            System.exit(1);
        } catch (IOException | UncheckedIOException e) {
            // Threads of parts are running: without an exit the JVM would hang and its children live on.
            ROOT.log(Level.SEVERE, "failed", e);
            terminal.trouble("a file or a connection failed: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException | RuntimeException e) {
            ROOT.log(Level.SEVERE, "failed", e);
            terminal.trouble("unexpected: " + e + ". Its trace is in the launcher's log.");
            System.exit(1);
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static int run(List<String> arguments, Terminal terminal) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        Installation installation = Installation.locate();
        String state = environment.getOrDefault("MINORI_STATE_DIR", "");
        Layout layout = new Layout(state.isEmpty() ? installation.repository().resolve(".minori") : Path.of(state));
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command) {
            case "up" -> {
                boolean fresh = options.contains("--fresh");
                Set<String> without = valuesOf("--without", options);
                if (options.size() != (fresh ? 1 : 0) + 2 * without.size()) {
                    yield usage(terminal, "./minori up [--fresh] [--without SERVICE]...");
                }
                logToFile(layout);
                new Up(terminal, installation, layout, new LocalPorts(environment), environment).run(fresh, without);
                yield 0;
            }
            case "simulators" -> {
                boolean fresh = options.contains("--fresh");
                Set<String> definitions = valuesOf("--definitions", options);
                if (definitions.size() > 1 || options.size() != (fresh ? 1 : 0) + 2 * definitions.size()) {
                    yield usage(terminal, "./minori simulators [--fresh] [--definitions FILE]");
                }
                Layout alone = new Layout(layout.home().resolve("simulators-alone"));
                logToFile(alone);
                new SimulatorsAlone(terminal, installation, alone, new LocalPorts(environment))
                        .run(
                                fresh,
                                definitions.stream()
                                        .findFirst()
                                        .map(Path.of(environment.getOrDefault("MINORI_CALLED_FROM", ""))::resolve));
                yield 0;
            }
            case "test" -> {
                quiet();
                yield test(terminal, installation, layout, options);
            }
            case "demo" -> {
                quiet();
                if (!options.isEmpty()) {
                    yield usage(terminal, "./minori demo");
                }
                yield new DemoCommand(terminal, layout, new LocalPorts(environment)).run() ? 0 : 1;
            }
            case "status" -> {
                quiet();
                yield status(terminal, installation, layout, new LocalPorts(environment)) ? 0 : 1;
            }
            case "token" -> {
                quiet();
                if (options.size() != 2 || !options.getFirst().equals("--user")) {
                    yield usage(terminal, "./minori token --user NAME");
                }
                terminal.line(Token.of(options.getLast(), LocalIssuer.url(new LocalPorts(environment).of(Port.OIDC))));
                yield 0;
            }
            default -> usage(terminal, "./minori help");
        };
    }

    private static int test(Terminal terminal, Installation installation, Layout layout, List<String> options)
            throws IOException, InterruptedException {
        boolean longOnes = options.contains("--long");
        Set<String> module = valuesOf("--module", options);
        if (module.size() > 1 || options.size() != (longOnes ? 1 : 0) + 2 * module.size()) {
            return usage(terminal, "./minori test [--module NAME] [--long]");
        }
        String name = module.stream().findFirst().orElse("");
        return new TestRun(terminal, installation, layout).run(name, longOnes) ? 0 : 1;
    }

    /** The values that follow each occurrence of an option. */
    private static Set<String> valuesOf(String option, List<String> options) {
        Set<String> values = new LinkedHashSet<>();
        for (int index = 0; index + 1 < options.size(); index++) {
            if (options.get(index).equals(option)) {
                values.add(options.get(index + 1));
            }
        }
        return values;
    }

    private static boolean status(Terminal terminal, Installation installation, Layout layout, LocalPorts ports)
            throws InterruptedException {
        if (!Files.isDirectory(layout.pids())) {
            return new Status(terminal, layout, List.of()).print();
        }
        Parts parts = new Parts(installation, layout, ports, new Secrets(layout.secrets()));
        List<Part> all = new ArrayList<>();
        all.add(parts.postgres(PostgresBinaries.unpacked(installation), () -> Ports.accepts(ports.of(Port.POSTGRES))));
        all.add(parts.kafka());
        parts.simulators().ifPresent(all::add);
        all.addAll(parts.services());
        parts.console().ifPresent(all::add);
        return new Status(terminal, layout, all).print();
    }

    private static int usage(Terminal terminal, String text) {
        terminal.trouble("usage: " + text);
        return USAGE;
    }

    /** The terminal shows what people need; libraries write to the log of the launcher. */
    private static void logToFile(Layout layout) throws IOException {
        quiet();
        Files.createDirectories(layout.log(Up.LAUNCHER).getParent());
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s %5$s%6$s%n");
        FileHandler handler = new FileHandler(layout.log(Up.LAUNCHER).toString(), 10_000_000, 1, false);
        handler.setFormatter(new SimpleFormatter());
        handler.setEncoding("UTF-8");
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
    }

    private static void quiet() {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
    }
}
