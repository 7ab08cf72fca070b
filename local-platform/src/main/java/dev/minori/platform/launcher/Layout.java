package dev.minori.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the local platform keeps its data.
 *
 * @param home the directory {@code .minori} of the repository
 */
record Layout(Path home) {

    /** Survives {@code --fresh}: programs and copies that hold no data, the stamps of builds, and the simulators that run alone. */
    private static final Set<String> KEPT =
            Set.of("cache", "run", "build-stamp", "launcher-stamp", "launcher.lock", "simulators-alone");

    Path postgres() {
        return home.resolve("postgres");
    }

    Path kafka() {
        return home.resolve("kafka");
    }

    Path pids() {
        return home.resolve("pids");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    Path simulators() {
        return home.resolve("simulators");
    }

    Path clockOffset() {
        return home.resolve("clock-offset");
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    Path lock() {
        return home.resolve("launcher.lock");
    }

    /** Removes everything that was kept from earlier runs. */
    void clear() {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (Stream<Path> children = Files.list(home)) {
            for (Path child : children.toList()) {
                if (!KEPT.contains(child.getFileName().toString())) {
                    deleteTree(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data in " + home + " cannot be removed", e);
        }
    }

    /** Removes a directory with all it holds; nothing happens when it does not exist. */
    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
