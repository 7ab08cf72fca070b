package dev.minori.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void countsAProcessWithItsDescendants() throws Exception {
        long alone = Memory.ownResidentBytes(ProcessHandle.current());
        assertThat(alone).isBetween(20 * MEGABYTE, 8_000 * MEGABYTE);
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(Memory.residentBytes(child.toHandle())).isBetween(MEGABYTE / 4, 50 * MEGABYTE);
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(Memory.residentBytes(child.toHandle())).isZero();
    }
}
