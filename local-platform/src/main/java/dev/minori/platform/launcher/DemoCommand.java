package dev.minori.platform.launcher;

import dev.minori.platform.demo.DemoFailed;
import dev.minori.platform.demo.DemoStory;
import dev.minori.platform.demo.Endpoints;
import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.oidc.LocalIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** {@code ./minori demo}: plays the story against the running platform. */
final class DemoCommand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Terminal terminal;
    private final Layout layout;
    private final LocalPorts ports;

    DemoCommand(Terminal terminal, Layout layout, LocalPorts ports) {
        this.terminal = terminal;
        this.layout = layout;
        this.ports = ports;
    }

    /** Where the parts are. */
    static Endpoints endpoints(LocalPorts ports) {
        return new Endpoints(
                ports.url(Port.SYNC),
                ports.url(Port.SCORING),
                ports.url(Port.PLAYBOOK),
                ports.url(Port.NOTIFICATION),
                ports.url(Port.SALESFORCE),
                ports.url(Port.KINTONE),
                LocalIssuer.url(ports.of(Port.OIDC)),
                ports.url(Port.MAIL));
    }

    /** True if every step of the story came. */
    boolean run() throws IOException {
        try {
            return new DemoStory(endpoints(ports), platformNow(), ZONE, terminal::line).play();
        } catch (DemoFailed failed) {
            terminal.trouble(String.valueOf(failed.getMessage()));
            return false;
        }
    }

    /** The time the services go by: the machine's plus the offset of the running platform. */
    private Instant platformNow() throws IOException {
        Instant now = Clock.systemUTC().instant();
        return Files.exists(layout.clockOffset())
                ? now.plus(Duration.parse(Files.readString(layout.clockOffset()).strip()))
                : now;
    }
}
