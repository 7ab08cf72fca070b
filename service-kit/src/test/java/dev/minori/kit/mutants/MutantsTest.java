package dev.minori.kit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.mutants.Mutant.NamedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list follows the code, and only the named test itself, failing, counts as noticed. */
class MutantsTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<NamedTest> ONE = List.of(NamedTest.of("PumpComponentTest#raisesWater"));

    @TempDir
    private Path directory;

    @Test
    void everyMutantFitsTheCodeAndNamesTestsThatExist() throws IOException {
        List<Mutant> mutants = Mutant.readAll(REPOSITORY);
        List<String> misfits = new ArrayList<>();
        for (Mutant mutant : mutants) {
            misfits.addAll(mutant.misfits(REPOSITORY));
        }
        assertThat(mutants).hasSizeGreaterThanOrEqualTo(40);
        assertThat(misfits).isEmpty();
    }

    @Test
    void whatTheCodeHasOutgrownIsFound() throws IOException {
        write("pump/src/main/java/Pump.java", "up(); up();");
        write("pump/src/test/java/PumpComponentTest.java", "void raisesWater() {}");

        assertThat(mutant("PumpComponentTest#raisesWater", "up();").misfits(directory))
                .containsExactly("pump: the text to replace occurs 2 times in pump/src/main/java/Pump.java");
        assertThat(mutant("PumpComponentTest#raisesWater,ValveTest", "up(); up").misfits(directory))
                .containsExactly("pump: there is no test ValveTest in pump");
        assertThat(mutant("PumpComponentTest#raises", "up(); up").misfits(directory))
                .containsExactly("pump: there is no test PumpComponentTest#raises in pump");
        assertThat(mutant("PumpComponentTest", "up(); up").misfits(directory)).isEmpty();
    }

    @Test
    void theNamedTestThatFailsHasNoticed() throws IOException {
        report("raisesWater(Path)", "<failure type=\"x\">no water</failure><system-out>..</system-out>");
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.NOTICED);
        assertThat(Verdict.green(ONE, cases())).isFalse();
    }

    @Test
    void aTestThatStaysGreenHasNotWhateverElseFails() throws IOException {
        report("raisesWater", "", "holdsWater", "<error type=\"x\">dry</error>");
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.SURVIVED);
        assertThat(Verdict.green(ONE, cases())).isTrue();
    }

    @Test
    void everyNamedTestMustFail() throws IOException {
        List<NamedTest> two = List.of(ONE.getFirst(), NamedTest.of("PumpComponentTest#holdsWater"));
        report("raisesWater", "<failure>no</failure>", "holdsWater", "");
        assertThat(Verdict.broken(two, cases())).isEqualTo(Verdict.SURVIVED);
    }

    @Test
    void whatWasNotBuiltOrDidNotRunHasNoticedNothing() throws IOException {
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.UNBUILT);
        assertThat(Verdict.green(ONE, cases())).isFalse();

        report("raisesWater", "<skipped message=\"Boot failed\"/>");
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.UNBUILT);

        write("reports/TEST-PumpComponentTest.xml", "<testsuite><testcase classname=\"dev.minori.PumpCom");
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.UNBUILT);
    }

    @Test
    void anApplicationThatDoesNotStartHasNoticedNothing() throws IOException {
        report("raisesWater", "<error>java.lang.RuntimeException: Failed to start quarkus</error>");
        assertThat(Verdict.broken(ONE, cases())).isEqualTo(Verdict.NOT_STARTED);
    }

    private Mutant mutant(String test, String from) {
        return Mutant.parse("pump", """
                water runs down
                module: pump
                test: %s
                file: pump/src/main/java/Pump.java
                ---
                %s
                +++
                down();
                """.formatted(test, from));
    }

    private List<TestedCase> cases() throws IOException {
        return TestedCase.readAll(directory.resolve("reports"));
    }

    /** @param cases name and content of each test case */
    private void report(String... cases) throws IOException {
        StringBuilder xml = new StringBuilder("<testsuite name=\"dev.minori.PumpComponentTest\">");
        for (int i = 0; i < cases.length; i += 2) {
            xml.append("<testcase classname=\"dev.minori.PumpComponentTest\" name=\"")
                    .append(cases[i])
                    .append("\">")
                    .append(cases[i + 1])
                    .append("</testcase>");
        }
        write("reports/TEST-PumpComponentTest.xml", xml.append("</testsuite>").toString());
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
