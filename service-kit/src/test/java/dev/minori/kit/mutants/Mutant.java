package dev.minori.kit.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mechanism, how it is broken and which tests notice. In a file {@code <name>.mutant}: a line that says what is broken,
 * the lines {@code module:}, {@code test:} and {@code file:}, then the text to replace after {@code ---} and its replacement
 * after {@code +++}.
 *
 * @param what completes the sentence "the test fails when …"
 * @param module where the tests are
 * @param file what is changed, from the root of the repository
 */
record Mutant(String name, String what, String module, List<NamedTest> tests, String file, String from, String to) {
    private static final String SUFFIX = ".mutant";

    Mutant {
        tests = List.copyOf(tests);
    }

    /**
     * A test as surefire is told of it: {@code Type} or {@code Type#method}.
     *
     * @param type simple or full name of the class
     * @param method empty for any of the class
     */
    record NamedTest(String type, String method) {
        static NamedTest of(String text) {
            int hash = text.indexOf('#');
            return hash < 0
                    ? new NamedTest(text.strip(), "")
                    : new NamedTest(
                            text.substring(0, hash).strip(),
                            text.substring(hash + 1).strip());
        }

        boolean isOf(String className, String methodName) {
            return (className.equals(type) || className.endsWith("." + type))
                    && (method.isEmpty()
                            || methodName.equals(method)
                            // A method with parameters is reported with their types, and with the turn it was.
                            || methodName.startsWith(method + "(")
                            || methodName.startsWith(method + "{"));
        }

        @Override
        public String toString() {
            return method.isEmpty() ? type : type + "#" + method;
        }
    }

    /** All mutants of a repository, by name. */
    static List<Mutant> readAll(Path repository) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        try (Stream<Path> files = Files.list(repository.resolve("service-kit/mutants"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                mutants.add(parse(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file)));
            }
        }
        return mutants;
    }

    static Mutant parse(String name, String text) {
        int from = text.indexOf("\n---\n");
        int to = text.indexOf("\n+++\n");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(name + " has no --- followed by +++");
        }
        List<String> head = text.substring(0, from).lines().toList();
        return new Mutant(
                name,
                head.getFirst(),
                value(name, head, "module"),
                Stream.of(value(name, head, "test").split(",", -1))
                        .map(NamedTest::of)
                        .toList(),
                value(name, head, "file"),
                text.substring(from + 5, to),
                text.substring(to + 5).stripTrailing());
    }

    private static String value(String name, List<String> head, String key) {
        return head.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no line " + key));
    }

    /** What the code has outgrown of this mutant; empty if it still fits. */
    List<String> misfits(Path repository) throws IOException {
        List<String> misfits = new ArrayList<>();
        Path changed = repository.resolve(file);
        int places = Files.isRegularFile(changed) ? places(Files.readString(changed)) : 0;
        if (places != 1) {
            misfits.add(name + ": the text to replace occurs " + places + " times in " + file);
        }
        for (NamedTest test : tests) {
            if (!exists(repository, test)) {
                misfits.add(name + ": there is no test " + test + " in " + module);
            }
        }
        return misfits;
    }

    /** The whole text of the changed file, broken. */
    String breakIn(String whole) {
        return whole.replace(from, to);
    }

    /** For {@code -Dtest}. */
    String filter() {
        return tests.stream().map(NamedTest::toString).collect(Collectors.joining(","));
    }

    private int places(String whole) {
        int places = 0;
        for (int at = whole.indexOf(from); at >= 0; at = whole.indexOf(from, at + 1)) {
            places++;
        }
        return places;
    }

    private boolean exists(Path repository, NamedTest test) throws IOException {
        Path sources = repository.resolve(module).resolve("src/test/java");
        String end = "/" + test.type().replace('.', '/') + ".java";
        List<Path> found;
        try (Stream<Path> files = Files.walk(sources)) {
            found = files.filter(file -> file.toString().endsWith(end)).toList();
        }
        return found.size() == 1
                && (test.method().isEmpty()
                        || Pattern.compile("void " + Pattern.quote(test.method()) + "\\(")
                                .matcher(Files.readString(found.getFirst()))
                                .find());
    }
}
