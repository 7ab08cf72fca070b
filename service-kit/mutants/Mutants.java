import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Breaks one mechanism after the other on purpose, in a copy of the working tree, and shows that a test notices.
 *
 * <pre>
 *   java service-kit/mutants/Mutants.java             all of them
 *   java service-kit/mutants/Mutants.java outbox      those whose name contains "outbox"
 * </pre>
 *
 * A mutant is a file {@code <name>.mutant} beside this one: a line that says what is broken, the lines {@code module:},
 * {@code test:} and {@code file:}, then the text to replace after {@code ---} and its replacement after {@code +++}. The
 * text must occur exactly once, so a mutant that the code has outgrown is reported and not forgotten. Ends with 1 unless
 * every mutant was noticed by a failing test.
 */
final class Mutants {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path HERE = ROOT.resolve("service-kit/mutants");
    private static final Path COPY = ROOT.resolve("service-kit/target/mutants/work");
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".minori", "node_modules");

    private Mutants() {}

    record Mutant(String name, String what, String module, String test, String file, String from, String to) {}

    enum Verdict {
        NOTICED("noticed"),
        SURVIVED("SURVIVED: the test is green although the mechanism is broken"),
        OUTGROWN("OUTGROWN: the text to replace is not there exactly once"),
        UNBUILT("UNBUILT: the mutant does not compile or no test ran");

        final String text;

        Verdict(String text) {
            this.text = text;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!Files.isDirectory(HERE)) {
            System.err.println("run this in the root of the repository");
            System.exit(2);
        }
        List<Mutant> chosen = read().stream()
                .filter(mutant -> arguments.length == 0
                        || Stream.of(arguments).anyMatch(part -> mutant.name().contains(part)))
                .toList();
        copy();
        int bad = chosen.isEmpty() ? 1 : 0;
        for (Mutant mutant : chosen) {
            long began = System.nanoTime();
            Verdict verdict = judge(mutant);
            System.out.printf(
                    "%-28s %-8s %4d s  %s%n",
                    mutant.name(),
                    verdict == Verdict.NOTICED ? "ok" : "BAD",
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
                    verdict == Verdict.NOTICED ? mutant.test() + " fails when " + mutant.what() : verdict.text);
            bad += verdict == Verdict.NOTICED ? 0 : 1;
        }
        System.out.printf("%d mutants, %d noticed%n", chosen.size(), chosen.size() - bad);
        System.exit(bad == 0 ? 0 : 1);
    }

    private static Verdict judge(Mutant mutant) throws IOException, InterruptedException {
        Path file = COPY.resolve(mutant.file());
        String whole = Files.exists(file) ? Files.readString(file) : "";
        int at = whole.indexOf(mutant.from());
        if (at < 0 || whole.indexOf(mutant.from(), at + 1) >= 0) {
            return Verdict.OUTGROWN;
        }
        Files.writeString(file, whole.replace(mutant.from(), mutant.to()));
        try {
            return test(mutant);
        } finally {
            Files.writeString(file, whole);
        }
    }

    private static Verdict test(Mutant mutant) throws IOException, InterruptedException {
        Path reports = COPY.resolve(mutant.module()).resolve("target/surefire-reports");
        delete(reports);
        Path log = COPY.getParent().resolve(mutant.name() + ".log");
        int exit = new ProcessBuilder(
                        COPY.resolve("mvnw").toString(),
                        "-o",
                        "-q",
                        "-Dquick",
                        "-DskipTests=false",
                        "-pl",
                        mutant.module(),
                        "-am",
                        "-Dtest=" + mutant.test(),
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        // Some mutants try for ever: that is a failure too.
                        "-Djunit.jupiter.execution.timeout.testable.method.default=180s",
                        "test")
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        boolean ran = Files.isDirectory(reports) && hasReports(reports);
        if (exit == 0) {
            return ran ? Verdict.SURVIVED : Verdict.UNBUILT;
        }
        return ran ? Verdict.NOTICED : Verdict.UNBUILT;
    }

    private static boolean hasReports(Path reports) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("TEST-"));
        }
    }

    private static List<Mutant> read() throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        try (Stream<Path> files = Files.list(HERE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".mutant"))
                    .sorted()
                    .toList()) {
                mutants.add(parse(file));
            }
        }
        return mutants;
    }

    private static Mutant parse(Path file) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf("\n---\n");
        int to = text.indexOf("\n+++\n");
        String name = file.getFileName().toString().replace(".mutant", "");
        List<String> head = text.substring(0, from).lines().toList();
        return new Mutant(
                name,
                head.getFirst(),
                value(head, "module"),
                value(head, "test"),
                value(head, "file"),
                text.substring(from + 5, to),
                text.substring(to + 5).stripTrailing());
    }

    private static String value(List<String> head, String key) {
        return head.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + head));
    }

    /** Brings the copy up to date and keeps what was built in it. */
    private static void copy() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> isSource(ROOT.relativize(file))).forEach(file -> {
                Path copy = COPY.resolve(ROOT.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        try (Stream<Path> copies = Files.walk(COPY)) {
            for (Path copy : copies.filter(each -> isSource(COPY.relativize(each)) && Files.isRegularFile(each))
                    .toList()) {
                if (!Files.exists(ROOT.resolve(COPY.relativize(copy).toString()))) {
                    Files.delete(copy);
                }
            }
        }
    }

    private static boolean isSource(Path relative) {
        for (Path part : relative) {
            if (SKIPPED.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
