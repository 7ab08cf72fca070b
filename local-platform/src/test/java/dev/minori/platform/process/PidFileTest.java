package dev.minori.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    private Path directory;

    @Test
    void findsTheProcessItDescribes() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            PidFile.of("kafka", process.toHandle(), "127.0.0.1:19092").write(directory);
            PidFile read = PidFile.list(directory).getFirst();
            assertThat(read.part()).isEqualTo("kafka");
            assertThat(read.detail()).isEqualTo("127.0.0.1:19092");
            assertThat(read.process()).map(ProcessHandle::pid).hasValue(process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(PidFile.list(directory).getFirst().process()).isEmpty();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameIdForOurs() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            PidFile real = PidFile.of("kafka", process.toHandle(), "");
            PidFile older = new PidFile("kafka", real.pid(), real.startedAt().minus(Duration.ofHours(1)), "");
            assertThat(older.process()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void removesFilesThatHoldNonsense() throws Exception {
        Files.writeString(directory.resolve("postgres.pid"), "half written");
        assertThat(PidFile.list(directory)).isEmpty();
        assertThat(directory.resolve("postgres.pid")).doesNotExist();
    }

    @Test
    void aMissingDirectoryHoldsNoFiles() {
        assertThat(PidFile.list(directory.resolve("nowhere"))).isEmpty();
    }
}
