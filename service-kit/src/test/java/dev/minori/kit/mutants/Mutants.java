package dev.minori.kit.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Breaks one mechanism after the other on purpose, in a copy of the working tree, and shows that its test notices. In the
 * root of the repository:
 *
 * <pre>
 *   java service-kit/src/test/java/dev/minori/kit/mutants/Mutants.java             all of them
 *   java service-kit/src/test/java/dev/minori/kit/mutants/Mutants.java outbox      those whose name contains "outbox"
 * </pre>
 *
 * The mutants are in {@code service-kit/mutants}. Each one's tests first pass with the mechanism whole; then exactly they
 * must fail. Ends with 1 unless that is so for every mutant. {@code ./minori test --long} runs them all.
 */
final class Mutants {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path TARGET = ROOT.resolve("service-kit/target");

    private final WorkingCopy copy;
    private final Path logs;
    private final MutantReport report = new MutantReport();

    private Mutants(Path directory) {
        this.copy = new WorkingCopy(ROOT, directory.resolve("work"));
        this.logs = directory;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!Files.isDirectory(ROOT.resolve("service-kit/mutants"))) {
            System.err.println("run this in the root of the repository");
            System.exit(2);
        }
        List<Mutant> chosen = Mutant.readAll(ROOT).stream()
                .filter(mutant -> arguments.length == 0
                        || Stream.of(arguments).anyMatch(part -> mutant.name().contains(part)))
                .toList();
        int noticed = new Mutants(TARGET.resolve("mutants")).judge(chosen);
        System.out.printf("%d mutants, %d noticed%n", chosen.size(), noticed);
        System.exit(!chosen.isEmpty() && noticed == chosen.size() ? 0 : 1);
    }

    private int judge(List<Mutant> chosen) throws IOException, InterruptedException {
        System.out.println("… the tests with every mechanism whole");
        copy.refresh();
        Map<String, List<TestedCase>> whole = testWhole(chosen);
        int noticed = 0;
        for (Mutant mutant : chosen) {
            System.out.println("… " + mutant.name());
            long began = System.nanoTime();
            Verdict verdict = judge(mutant, whole.getOrDefault(mutant.module(), List.of()));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            boolean good = verdict == Verdict.NOTICED;
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-3s %4d s  %s%n",
                    mutant.name(),
                    good ? "ok" : "BAD",
                    seconds,
                    good ? mutant.filter() + " fails when " + mutant.what() : verdict.text());
            report.add(mutant, verdict, seconds);
            noticed += good ? 1 : 0;
        }
        report.write(TARGET.resolve("mutant-reports"));
        return noticed;
    }

    /** One run a module, of all tests that the mutants name there. */
    private Map<String, List<TestedCase>> testWhole(List<Mutant> chosen) throws IOException, InterruptedException {
        Map<String, Set<String>> filters = new TreeMap<>();
        for (Mutant mutant : chosen) {
            filters.computeIfAbsent(mutant.module(), _ -> new LinkedHashSet<>()).add(mutant.filter());
        }
        Map<String, List<TestedCase>> cases = new TreeMap<>();
        for (Map.Entry<String, Set<String>> module : filters.entrySet()) {
            cases.put(
                    module.getKey(),
                    copy.test(
                            module.getKey(),
                            String.join(",", module.getValue()),
                            logs.resolve("whole-" + module.getKey() + ".log")));
        }
        return cases;
    }

    private Verdict judge(Mutant mutant, List<TestedCase> whole) throws IOException, InterruptedException {
        if (!mutant.misfits(ROOT).isEmpty()) {
            return Verdict.OUTGROWN;
        }
        if (!Verdict.green(mutant.tests(), whole)) {
            return Verdict.NOT_GREEN;
        }
        return Verdict.broken(mutant.tests(), copy.testBroken(mutant, logs.resolve(mutant.name() + ".log")));
    }
}
