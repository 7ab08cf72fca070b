package dev.minori.platform.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightChecksTest {

    @TempDir
    private Path directory;

    @Test
    void namesWhoHoldsATakenPortAndHowToMoveIt() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalPorts ports = new LocalPorts(Map.of(
                    "MINORI_PORT_SMTP", Integer.toString(socket.getLocalPort()),
                    "MINORI_PORT_MAIL", Integer.toString(Ports.free())));
            assertThatThrownBy(() -> PreflightChecks.portsAreFree(ports, List.of(Port.SMTP, Port.MAIL)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("port " + socket.getLocalPort() + " (smtp) is taken by pid "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("MINORI_PORT_SMTP=<number> ./minori up");
            assertThatCode(() -> PreflightChecks.portsAreFree(ports, List.of(Port.MAIL)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void refusesADiskThatIsNearlyFull() {
        assertThatThrownBy(() -> PreflightChecks.diskHasRoom(directory, Long.MAX_VALUE))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("MB are free for " + directory);
        assertThatCode(() -> PreflightChecks.diskHasRoom(directory, 1)).doesNotThrowAnyException();
    }
}
