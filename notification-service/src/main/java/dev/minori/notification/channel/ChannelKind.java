package dev.minori.notification.channel;

import java.util.Arrays;
import java.util.Optional;

/** A way to reach people. */
public enum ChannelKind {
    EMAIL("email"),
    SLACK("slack"),
    /** The bell in the console; nothing leaves this service. */
    IN_APP("in-app");

    private final String code;

    ChannelKind(String code) {
        this.code = code;
    }

    /** The word in the API, in events and in the database. */
    public String code() {
        return code;
    }

    /** The kind of that word. */
    public static Optional<ChannelKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
