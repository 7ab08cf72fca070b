package dev.minori.simulators.salesforce.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What was uploaded for an ingest job, and its three results. */
final class IngestFiles {

    private final Path directory;

    IngestFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** The results of a job. */
    enum Result {
        SUCCESSFUL,
        FAILED,
        UNPROCESSED
    }

    void take(String jobId, Path upload) throws IOException {
        Files.move(upload, upload(jobId), StandardCopyOption.REPLACE_EXISTING);
    }

    void take(String jobId, byte[] upload) throws IOException {
        Files.write(upload(jobId), upload);
    }

    BufferedReader read(String jobId) throws IOException {
        return Files.newBufferedReader(upload(jobId), StandardCharsets.UTF_8);
    }

    Writer write(String jobId, Result result) throws IOException {
        return Files.newBufferedWriter(
                result(jobId, result),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    /** A job that never ran has all its rows left. */
    void leaveUntouched(String jobId) throws IOException {
        if (Files.exists(upload(jobId))) {
            Files.copy(upload(jobId), result(jobId, Result.UNPROCESSED), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void copy(String jobId, Result result, OutputStream out) throws IOException {
        Path file = result(jobId, result);
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(out);
            }
        }
    }

    void delete(String jobId) throws IOException {
        Files.deleteIfExists(upload(jobId));
        for (Result result : Result.values()) {
            Files.deleteIfExists(result(jobId, result));
        }
    }

    private Path upload(String jobId) {
        return directory.resolve(jobId + ".upload.csv");
    }

    private Path result(String jobId, Result result) {
        return directory.resolve(jobId + "." + result.name().toLowerCase(Locale.ROOT) + ".csv");
    }
}
