package dev.minori.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of this program are: the directory of the repository, the libraries beside the module's jar, and the
 * places for data that may be thrown away.
 *
 * @param app directory {@code local-platform-app}; holds {@code lib/} and, once packaged, the module's own jar
 * @param code the module's own jar or class directory
 */
public record Installation(Path app, Path code) {

    /** System property that names the root of the repository. */
    public static final String REPOSITORY = "minori.repository";

    /** Finds the files from the place this class was loaded from: a jar or the class directory of a build. */
    public static Installation locate() {
        Path code;
        try {
            code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path names a location that is no file", e);
        }
        Path app = code.getFileName().toString().equals("classes")
                ? code.resolveSibling("local-platform-app")
                : code.resolve("..").normalize();
        if (!Files.isDirectory(app.resolve("lib"))) {
            throw new IllegalStateException("The libraries of local-platform are not in " + app.resolve("lib")
                    + ". Build with the module in the same run: ./mvnw -pl <module> -am ...");
        }
        return new Installation(app, code);
    }

    /**
     * The root of the repository (the directory that holds {@code mvnw} and all modules): what the system property
     * {@value #REPOSITORY} says (the script runs a copy of this module, so that builds do not disturb it), else where the
     * module was built.
     */
    public Path repository() {
        String told = System.getProperty(REPOSITORY);
        if (told != null) {
            return Path.of(told);
        }
        return app.resolve("../../..").normalize();
    }

    /** The class path of everything that runs in the launcher's own processes. */
    public String classPath() {
        return code + System.getProperty("path.separator") + app.resolve("lib") + "/*";
    }

    /** The library jars whose file name starts with the prefix. */
    public List<Path> libraries(String prefix) {
        try (Stream<Path> files = Files.list(app.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is unpacked once and used by every start (the PostgreSQL programs). */
    public Path cache() {
        Path repository = repository();
        return Files.exists(repository.resolve("mvnw"))
                ? repository.resolve(".minori").resolve("cache")
                : Path.of(System.getProperty("java.io.tmpdir"), "minori-cache-" + System.getProperty("user.name"));
    }
}
