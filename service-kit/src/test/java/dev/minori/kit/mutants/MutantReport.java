package dev.minori.kit.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The verdicts as a report of tests, so that {@code ./minori test --long} counts them with the others. */
final class MutantReport {
    private final StringBuilder suites = new StringBuilder();

    void add(Mutant mutant, Verdict verdict, long seconds) {
        String suite = mutant.name() + ".mutant";
        boolean good = verdict == Verdict.NOTICED;
        suites.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"1\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"%d\">%n"
                        + "    <testcase classname=\"%s\" name=\"is noticed\" time=\"%d\">%s</testcase>%n"
                        + "  </testsuite>%n",
                suite,
                good ? 0 : 1,
                seconds,
                suite,
                seconds,
                good ? "" : "<failure>" + verdict.text() + "</failure>"));
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("TEST-mutants.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + suites + "</testsuites>\n");
    }
}
