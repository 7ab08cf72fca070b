package dev.minori.kit.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of the working tree, in which mechanisms are broken and what was built is kept. */
final class WorkingCopy {
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".minori", "node_modules");

    private final Path repository;
    private final Path copy;

    WorkingCopy(Path repository, Path copy) {
        this.repository = repository;
        this.copy = copy;
    }

    /** Makes it equal to the working tree. */
    void refresh() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path file :
                    files.filter(each -> isSource(repository.relativize(each))).toList()) {
                take(file, copy.resolve(repository.relativize(file).toString()));
            }
        }
        try (Stream<Path> copies = Files.walk(copy)) {
            for (Path file : copies.filter(each -> isSource(copy.relativize(each)) && Files.isRegularFile(each))
                    .toList()) {
                if (!Files.exists(repository.resolve(copy.relativize(file).toString()))) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Runs tests of a module; what the reports say of them, which is nothing if they could not be built.
     *
     * @param filter as {@code -Dtest} takes it
     */
    List<TestedCase> test(String module, String filter, Path log) throws IOException, InterruptedException {
        Path reports = copy.resolve(module).resolve("target/surefire-reports");
        delete(reports);
        new ProcessBuilder(
                        copy.resolve("mvnw").toString(),
                        "-o",
                        "-q",
                        "-Dquick",
                        "-DskipTests=false",
                        "-pl",
                        module,
                        "-am",
                        "-Dtest=" + filter,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        // Some mutants try for ever: that is a failure too.
                        "-Djunit.jupiter.execution.timeout.testable.method.default=180s",
                        "test")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return TestedCase.readAll(reports);
    }

    /** Runs the mutant's tests with its mechanism broken. */
    List<TestedCase> testBroken(Mutant mutant, Path log) throws IOException, InterruptedException {
        Path file = copy.resolve(mutant.file());
        String whole = Files.readString(file);
        Files.writeString(file, mutant.breakIn(whole));
        try {
            return test(mutant.module(), mutant.filter(), log);
        } finally {
            Files.writeString(file, whole);
        }
    }

    private static void take(Path file, Path into) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(into);
        } else if (!Files.exists(into) || Files.mismatch(file, into) >= 0) {
            Files.copy(file, into, StandardCopyOption.REPLACE_EXISTING);
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

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
