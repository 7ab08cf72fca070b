package dev.minori.platform.launcher;

import dev.minori.platform.launcher.TestReports.Suite;
import dev.minori.platform.process.Installation;
import dev.minori.platform.testing.TestKafka;
import dev.minori.platform.testing.TestMail;
import dev.minori.platform.testing.TestOidc;
import dev.minori.platform.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ./minori test}: runs the build with all its gates and tests on one shared PostgreSQL and one Kafka, then the
 * system tests on the packaged jars, and counts what the reports say.
 */
final class TestRun {

    /** How many seeds the fault matrix goes through. */
    private static final String SEEDS = "3";

    private static final String MODULES_AT_ONCE = "2";

    /** Breaks mechanisms on purpose; see its javadoc. */
    private static final String MUTANTS = "service-kit/src/test/java/dev/minori/kit/mutants/Mutants.java";

    private final Terminal terminal;
    private final Installation installation;
    private final Layout layout;
    private final long begun = System.nanoTime();

    TestRun(Terminal terminal, Installation installation, Layout layout) {
        this.terminal = terminal;
        this.installation = installation;
        this.layout = layout;
    }

    /**
     * Runs the tests.
     *
     * @param module only this module's and what it is built on; empty for all
     * @param longOnes also what takes long: fault matrix, all seeds, every mechanism broken on purpose
     * @return whether the build and every test passed
     */
    boolean run(String module, boolean longOnes) throws InterruptedException, IOException {
        Path repository = installation.repository();
        if (!module.isEmpty() && !Files.isRegularFile(repository.resolve(module).resolve("pom.xml"))) {
            throw new StartFailed("there is no module '" + module + "'. Modules: " + String.join(", ", modules()));
        }
        TestReports.clear(repository);
        removeClasses(module);
        Path log = layout.log("test");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        terminal.line("Testing Minori (log: " + repository.relativize(log) + ")");
        MavenRun maven = new MavenRun(terminal, repository, log, sharedServers());

        List<String> arguments = new ArrayList<>(List.of("--fail-at-end", "verify"));
        if (longOnes) {
            arguments.add("-Dminori.test.long=true");
            arguments.add("-Dminori.test.seeds=" + SEEDS);
        }
        // Tests of services wait more than they compute: two modules side by side take little longer than one.
        List<String> build = with(arguments, "-T", MODULES_AT_ONCE);
        boolean built = maven.run(module.isEmpty() ? build : with(build, "-pl", module, "-am"));
        boolean system = module.isEmpty() || module.equals("local-platform");
        if (system && built) {
            terminal.line("  System tests on the packaged jars");
            built = maven.run(with(arguments, "-Psystem", "-pl", "local-platform"));
        } else if (system) {
            terminal.trouble("the system tests did not run, because the build failed");
        }
        if (longOnes && module.isEmpty() && built) {
            terminal.line("  Mechanisms broken on purpose");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            built = maven.program(List.of(java, "-Dstdout.encoding=UTF-8", MUTANTS));
        }
        return report(TestReports.read(repository), built, log);
    }

    /** Started here, so that every module finds them running; they end with this process. */
    private Map<String, String> sharedServers() {
        terminal.line("    … starting PostgreSQL and Kafka for the tests");
        String oidc = TestOidc.issuer();
        int smtp = TestMail.smtpPort();
        terminal.line("    oidc " + oidc + ", smtp " + smtp);
        return Map.of(
                TestPostgres.SETTING,
                TestPostgres.superuserUrl(),
                TestKafka.SETTING,
                TestKafka.bootstrap(),
                TestOidc.SETTING,
                System.getProperty(TestOidc.SETTING, ""),
                TestMail.SETTING,
                System.getProperty(TestMail.SETTING, ""));
    }

    private boolean report(List<Suite> suites, boolean built, Path log) {
        int passed = suites.stream().mapToInt(Suite::passed).sum();
        int skipped = suites.stream().mapToInt(Suite::skipped).sum();
        List<String> failures =
                suites.stream().flatMap(suite -> suite.failures().stream()).toList();
        terminal.line("");
        for (Suite suite : suites) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "  %s %-22s %-13s %5d passed %4d failed %4d skipped %8.1f s",
                    suite.failures().isEmpty() ? "✓" : "✗",
                    suite.module(),
                    suite.rung().name().toLowerCase(Locale.ROOT),
                    suite.passed(),
                    suite.failures().size(),
                    suite.skipped(),
                    suite.seconds()));
        }
        failures.forEach(failure -> terminal.line("  ✗ " + failure));
        if (!built) {
            terminal.line("  ✗ the build failed; see " + log);
        }
        if (suites.isEmpty()) {
            terminal.line("  ✗ no test ran");
        }
        terminal.line(String.format(Locale.ROOT, "  after %.1f min", (System.nanoTime() - begun) / 60_000_000_000.0));
        terminal.line(passed + " passed, " + failures.size() + " failed, " + skipped + " skipped");
        return built && failures.isEmpty() && passed > 0;
    }

    /**
     * Classes may come from a quick build, which compiles without Error Prone, and Maven would take them as they are: what
     * is tested is compiled again, so that the gates see all of it.
     */
    private void removeClasses(String module) throws IOException {
        for (String each : module.isEmpty() ? modules() : List.of(module)) {
            Path target = installation.repository().resolve(each).resolve("target");
            Layout.deleteTree(target.resolve("classes"));
            Layout.deleteTree(target.resolve("maven-status"));
        }
    }

    private List<String> modules() throws IOException {
        try (Stream<Path> children = Files.list(installation.repository())) {
            return children.filter(child -> Files.isRegularFile(child.resolve("pom.xml")))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> with(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }
}
