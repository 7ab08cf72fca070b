package dev.minori.scoring.portfolio.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names the list behind a number: the path with its query, on this service. */
final class Links {
    private final StringBuilder text;
    private char separator = '?';

    private Links(String path) {
        this.text = new StringBuilder("/api/v1").append(path);
    }

    /** The list at a path, of the same people's customers as the figure. */
    static Links to(String path, PortfolioParameters asked) {
        return new Links(path).with("owner", asked.owner).with("team", asked.team);
    }

    /** With a parameter; none if its value is null. */
    Links with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator)
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return this;
    }

    String text() {
        return text.toString();
    }
}
