package dev.minori.console.proxy;

import dev.minori.console.platform.ConsoleConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The services that the page may talk to. */
enum Upstream {
    SYNC("連携サービス"),
    SCORING("スコアリングサービス"),
    PLAYBOOK("プレイブックサービス"),
    NOTIFICATION("通知サービス");

    private final String japaneseName;

    Upstream(String japaneseName) {
        this.japaneseName = japaneseName;
    }

    /** As in the path and in problems, for example {@code scoring}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String japaneseName() {
        return japaneseName;
    }

    String englishName() {
        return key() + "-service";
    }

    /** Where it is; empty if nobody said. */
    Optional<URI> url(ConsoleConfig config) {
        return switch (this) {
            case SYNC -> config.sync().url();
            case SCORING -> config.scoring().url();
            case PLAYBOOK -> config.playbook().url();
            case NOTIFICATION -> config.notification().url();
        };
    }

    static Optional<Upstream> find(String key) {
        for (Upstream upstream : values()) {
            if (upstream.key().equals(key)) {
                return Optional.of(upstream);
            }
        }
        return Optional.empty();
    }
}
