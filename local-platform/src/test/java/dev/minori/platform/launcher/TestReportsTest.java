package dev.minori.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.platform.launcher.TestReports.Rung;
import dev.minori.platform.launcher.TestReports.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    private Path repository;

    @Test
    void sumsUpByModuleAndRung() throws Exception {
        report("scoring-service", "surefire-reports", "dev.minori.scoring.BandTest", 5, 1, "");
        report("scoring-service", "surefire-reports", "dev.minori.scoring.ScoreTest", 2, 0, "<failure>no</failure>");
        report("scoring-service", "surefire-reports", "dev.minori.scoring.HealthComponentTest", 3, 0, "");
        report("local-platform", "failsafe-reports", "dev.minori.platform.system.LauncherIT", 4, 0, "<error>x</error>");

        assertThat(TestReports.read(repository))
                .containsExactly(
                        new Suite(
                                "local-platform",
                                Rung.SYSTEM,
                                3,
                                0,
                                1.5,
                                List.of("dev.minori.platform.system.LauncherIT.works")),
                        new Suite(
                                "scoring-service", Rung.UNIT, 5, 1, 3.0, List.of("dev.minori.scoring.ScoreTest.works")),
                        new Suite("scoring-service", Rung.COMPONENT, 3, 0, 1.5, List.of()));
    }

    @Test
    void browserTestsHaveASuiteForEachFile() throws Exception {
        Path directory = Files.createDirectories(repository.resolve("console/target/browser-reports"));
        Files.writeString(directory.resolve("TEST-browser.xml"), """
                <testsuites tests="3" failures="1" skipped="0" errors="0" time="9">
                  <testsuite name="home.spec.ts" tests="2" failures="1" skipped="0" time="4" errors="0">
                    <testcase name="signs in" classname="home.spec.ts" time="1"/>
                    <testcase name="follows up" classname="home.spec.ts" time="3"><failure>no</failure></testcase>
                  </testsuite>
                  <testsuite name="inbox.spec.ts" tests="1" failures="0" skipped="0" time="2" errors="0">
                    <testcase name="completes" classname="inbox.spec.ts" time="2"/>
                  </testsuite>
                </testsuites>
                """);

        assertThat(TestReports.read(repository))
                .containsExactly(new Suite("console", Rung.BROWSER, 2, 0, 6.0, List.of("home.spec.ts.follows up")));
    }

    @Test
    void mutantsAreARungOfTheirOwn() throws Exception {
        Path directory = Files.createDirectories(repository.resolve("service-kit/target/mutant-reports"));
        Files.writeString(directory.resolve("TEST-mutants.xml"), """
                <testsuites>
                  <testsuite name="inbox-once.mutant" tests="1" failures="0" skipped="0" errors="0" time="60">
                    <testcase classname="inbox-once.mutant" name="is noticed" time="60"/>
                  </testsuite>
                  <testsuite name="outbox-fencing.mutant" tests="1" failures="1" skipped="0" errors="0" time="50">
                    <testcase classname="outbox-fencing.mutant" name="is noticed" time="50"><failure>no</failure></testcase>
                  </testsuite>
                </testsuites>
                """);

        assertThat(TestReports.read(repository))
                .containsExactly(new Suite(
                        "service-kit", Rung.MUTANT, 1, 0, 110.0, List.of("outbox-fencing.mutant.is noticed")));
    }

    @Test
    void aReportThatWasCutOffIsAFailure() throws Exception {
        Path directory = Files.createDirectories(repository.resolve("sync-service/target/surefire-reports"));
        Files.writeString(directory.resolve("TEST-dev.minori.sync.RunTest.xml"), "<testsuite name=\"dev.mi");
        assertThat(TestReports.read(repository).getFirst().failures())
                .containsExactly("dev.minori.sync.RunTest (report is unreadable)");
    }

    @Test
    void oldReportsAreNotCounted() throws Exception {
        report("sync-service", "surefire-reports", "dev.minori.sync.RunTest", 5, 0, "");
        TestReports.clear(repository);
        assertThat(TestReports.read(repository)).isEmpty();
    }

    private void report(String module, String directory, String type, int tests, int skipped, String outcome)
            throws Exception {
        Path target = Files.createDirectories(
                repository.resolve(module).resolve("target").resolve(directory));
        Files.writeString(target.resolve("TEST-" + type + ".xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" time="1.5" tests="%d" errors="0" skipped="%d" failures="0">
                  <testcase name="works" classname="%s" time="0.1">%s<system-out>何か</system-out></testcase>
                </testsuite>
                """.formatted(type, tests, skipped, type, outcome));
    }
}
