package dev.minori.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.platform.launcher.Part.Stage;
import dev.minori.platform.process.PidFile;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Signals.Signal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: shells that live, die or refuse to end. */
class SupervisorTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Layout layout;
    private Supervisor supervisor;

    @BeforeEach
    void create() {
        layout = new Layout(directory);
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        supervisor = new Supervisor(new Terminal(stream, stream), layout);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void saysWhenAPartIsReadyAndLeavesNoProcess() throws Exception {
        supervisor.start(List.of(part("store", Stage.STORES, "sleep 600", () -> true)));
        supervisor.start(List.of(part("service", Stage.SERVICES, "sleep 600", () -> true)));
        assertThat(output()).contains("✓ store", "✓ service");
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSize(2).allMatch(ProcessHandle::isAlive);

        supervisor.stop();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(PidFile.list(layout.pids())).isEmpty();
    }

    @Test
    void killsAPartThatDoesNotEndInTimeWithItsChildren() throws Exception {
        supervisor.start(List.of(
                part("stubborn", Stage.SERVICES, "trap '' TERM; while true; do sleep 1; done", this::hasTrapped)));
        ProcessHandle stubborn = processes().getFirst();
        supervisor.stop();
        assertThat(stubborn.isAlive()).isFalse();
        assertThat(stubborn.descendants()).isEmpty();
    }

    @Test
    void startsADeadPartAgain() throws Exception {
        supervisor.start(List.of(part("service", Stage.SERVICES, "sleep 600", () -> true)));
        long first = processes().getFirst().pid();
        Signals.send(first, Signal.KILL);
        Awaitility.await("another process")
                .atMost(Duration.ofMinutes(1))
                .until(() -> processes().stream().anyMatch(process -> process.pid() != first && process.isAlive()));
        assertThat(output()).contains("service ended with code 137; restart 1 of 3");
    }

    @Test
    void namesTheLogOfAPartThatKeepsDying() {
        assertThatThrownBy(() -> supervisor.start(
                        List.of(part("broken", Stage.SERVICES, "echo データベースに接続できません; exit 3", () -> false))))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("broken does not start")
                .hasMessageContaining(layout.log("broken").toString());
        assertThat(output())
                .contains("restart 1 of 3", "restart 2 of 3", "restart 3 of 3", "restarted 3 times already")
                .contains("データベースに接続できません");
    }

    @Test
    void givesUpOnAPartThatNeverBecomesReady() {
        Part slow = new Part(
                "slow",
                Stage.SERVICES,
                List.of("sleep", "600"),
                Map.of(),
                List.of(),
                "",
                () -> false,
                Duration.ofMillis(500),
                Signal.TERM);
        assertThatThrownBy(() -> supervisor.start(List.of(slow)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("slow is not ready after");
    }

    @Test
    void isNeverSilentForLongWhileSomethingStarts() throws Exception {
        long begun = System.nanoTime();
        supervisor.start(
                List.of(part("late", Stage.SERVICES, "sleep 600", () -> System.nanoTime() - begun > 6_000_000_000L)));
        assertThat(output()).contains("… starting late");
    }

    @Test
    void staleProcessesOfAKilledLauncherAreEndedAndOthersAreNot() throws Exception {
        Process ours = new ProcessBuilder("sleep", "600").start();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            PidFile.of("kafka", ours.toHandle(), "").write(layout.pids());
            PidFile reused = PidFile.of("sync-service", other.toHandle(), "");
            new PidFile(reused.part(), reused.pid(), reused.startedAt().minus(Duration.ofMinutes(5)), reused.detail())
                    .write(layout.pids());

            StaleParts.stop(
                    layout.pids(), new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), System.err));
            assertThat(ours.isAlive()).isFalse();
            assertThat(other.isAlive()).isTrue();
            assertThat(output()).contains("kafka (pid " + ours.pid() + ") still runs from an earlier start");
            assertThat(PidFile.list(layout.pids())).isEmpty();
        } finally {
            ours.destroyForcibly();
            other.destroyForcibly();
        }
    }

    private boolean hasTrapped() {
        // The shell has set its trap once its first child runs.
        return processes().stream()
                .anyMatch(process -> process.children().findAny().isPresent());
    }

    private Part part(String name, Stage stage, String script, Readiness readiness) {
        return new Part(
                name,
                stage,
                List.of("sh", "-c", script),
                Map.of(),
                List.of(),
                "",
                readiness,
                Duration.ofMinutes(2),
                Signal.TERM);
    }

    private List<ProcessHandle> processes() {
        return PidFile.list(layout.pids()).stream()
                .flatMap(file -> file.process().stream())
                .toList();
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
