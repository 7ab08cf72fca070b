package dev.minori.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.platform.launcher.LocalPorts.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalPortsTest {

    @Test
    void arePublishedAndMovable() {
        LocalPorts ports = new LocalPorts(Map.of("MINORI_PORT_SYNC", "18081"));
        assertThat(ports.of(Port.SYNC)).isEqualTo(18081);
        assertThat(ports.of(Port.SCORING)).isEqualTo(8082);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(15432);
        assertThat(ports.url(Port.OIDC)).isEqualTo("http://127.0.0.1:8092");
    }

    /** Whoever works on one service with live reload starts it without the launcher. */
    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "SYNC", "SCORING", "PLAYBOOK", "NOTIFICATION"})
    void areThoseOfTheServicesThemselves(Port port) throws IOException {
        LocalPorts ports = new LocalPorts(Map.of());
        String module = port == Port.CONSOLE ? "console" : port.name().toLowerCase(Locale.ROOT) + "-service";
        String own = Files.readString(Path.of("..", module, "src/main/resources/application.properties"));

        assertThat(own)
                .containsPattern("minori\\.http\\.port[:=]" + ports.of(port) + "\\b")
                .containsPattern(
                        "minori\\.management\\.port[:=]" + ports.of(Port.valueOf(port.name() + "_MANAGEMENT")) + "\\b");
    }

    @Test
    void refuseWhatIsNoPort() {
        assertThatThrownBy(() -> new LocalPorts(Map.of("MINORI_PORT_KAFKA", "many")))
                .hasMessage("MINORI_PORT_KAFKA must be a port number, was 'many'");
        assertThatThrownBy(() -> new LocalPorts(Map.of("MINORI_PORT_KAFKA", "70000")))
                .hasMessageContaining("between 1 and 65535");
    }

    @Test
    void refuseToShareANumber() {
        assertThatThrownBy(() -> new LocalPorts(Map.of("MINORI_PORT_SCORING", "8081")))
                .hasMessage("MINORI_PORT_SYNC and MINORI_PORT_SCORING are both 8081");
    }
}
