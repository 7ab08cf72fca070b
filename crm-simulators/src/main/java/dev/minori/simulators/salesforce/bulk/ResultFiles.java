package dev.minori.simulators.salesforce.bulk;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Results of query jobs: one CSV file without its header, and an index with the offset of each row's end, so that any
 * page starts at once and may be read any number of times.
 */
final class ResultFiles {

    private static final int BUFFER = 64 * 1024;

    private final Path directory;

    ResultFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    Writer create(String jobId) throws IOException {
        return new Writer(rows(jobId), index(jobId));
    }

    void delete(String jobId) throws IOException {
        Files.deleteIfExists(rows(jobId));
        Files.deleteIfExists(index(jobId));
    }

    boolean exists(String jobId) {
        return Files.exists(rows(jobId)) && Files.exists(index(jobId));
    }

    /** Copies rows from first (counted from 0) to end, exclusive. */
    void copy(String jobId, long first, long end, OutputStream out) throws IOException {
        if (end <= first) {
            return;
        }
        long from;
        long to;
        try (FileChannel index = FileChannel.open(index(jobId), StandardOpenOption.READ)) {
            from = first == 0 ? 0 : offset(index, first - 1);
            to = offset(index, end - 1);
        }
        byte[] chunk = new byte[BUFFER];
        try (FileChannel rows = FileChannel.open(rows(jobId), StandardOpenOption.READ)) {
            long at = from;
            while (at < to) {
                ByteBuffer target = ByteBuffer.wrap(chunk, 0, (int) Math.min(chunk.length, to - at));
                int read = rows.read(target, at);
                if (read < 0) {
                    throw new IOException("result of job " + jobId + " is shorter than its index");
                }
                out.write(chunk, 0, read);
                at += read;
            }
        }
    }

    private static long offset(FileChannel index, long row) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(Long.BYTES);
        while (value.hasRemaining()) {
            if (index.read(value, row * Long.BYTES + value.position()) < 0) {
                throw new IOException("row " + row + " is not in the index");
            }
        }
        return value.flip().getLong();
    }

    private Path rows(String jobId) {
        return directory.resolve(jobId + ".csv");
    }

    private Path index(String jobId) {
        return directory.resolve(jobId + ".idx");
    }

    /** Takes the rows of one result in order. */
    static final class Writer implements AutoCloseable {

        private final OutputStream rows;
        private final DataOutputStream index;
        private long bytes;
        private long count;

        private Writer(Path rows, Path index) throws IOException {
            this.rows = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER);
            this.index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index), BUFFER));
        }

        /** Adds a row that ends in a line feed; it is stored with the job's own line ending. */
        void add(byte[] row, String lineEnd) throws IOException {
            int length = row.length - 1;
            rows.write(row, 0, length);
            rows.write(lineEnd.getBytes(StandardCharsets.US_ASCII));
            bytes += length + lineEnd.length();
            index.writeLong(bytes);
            count++;
        }

        long count() {
            return count;
        }

        @Override
        public void close() throws IOException {
            try (rows;
                    index) {
                rows.flush();
                index.flush();
            }
        }
    }
}
