package dev.minori.platform.launcher;

import dev.minori.platform.demo.DemoFailed;
import dev.minori.platform.demo.DemoStory;
import dev.minori.platform.demo.Endpoints;
import dev.minori.platform.demo.PlatformClock;
import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.oidc.LocalIssuer;
import java.time.Clock;
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
    boolean run() {
        try {
            PlatformClock clock = new PlatformClock(Clock.systemUTC(), layout.clockOffset());
            return new DemoStory(endpoints(ports), clock, ZONE, terminal::line)
                            .play()
                            .missed()
                    == 0;
        } catch (DemoFailed failed) {
            terminal.trouble(String.valueOf(failed.getMessage()));
            return false;
        }
    }
}
