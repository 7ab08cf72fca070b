package dev.minori.platform.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Which process runs a part. A process id alone is not enough, because ids are used again: the start time must fit too
 * before anybody ends the process.
 *
 * @param part name of the part; the file is {@code <part>.pid}
 * @param startedAt start time of the process as the operating system tells it
 * @param detail what else a reader wants to know, for example ports; not used to identify the process
 */
public record PidFile(String part, long pid, Instant startedAt, String detail) {

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    /** Describes a running process. */
    public static PidFile of(String part, ProcessHandle process, String detail) {
        return new PidFile(part, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), detail);
    }

    /** All pid files of a directory; files that hold nonsense are removed. */
    public static List<PidFile> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<PidFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pid"))
                    .sorted()
                    .toList()) {
                read(file).ifPresentOrElse(found::add, () -> delete(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Writes the file. */
    public void write(Path directory) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("startedAt", startedAt.toString());
        properties.setProperty("detail", detail);
        Path file = file(directory);
        try {
            Files.createDirectories(directory);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file. */
    public void remove(Path directory) {
        delete(file(directory));
    }

    /** The process, if it still runs and is the one that was described. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) < 0)
                        .orElse(false));
    }

    private Path file(Path directory) {
        return directory.resolve(part + ".pid");
    }

    private static Optional<PidFile> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            String name = file.getFileName().toString();
            return Optional.of(new PidFile(
                    name.substring(0, name.length() - ".pid".length()),
                    Long.parseLong(properties.getProperty("pid", "")),
                    Instant.parse(properties.getProperty("startedAt", "")),
                    properties.getProperty("detail", "")));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
