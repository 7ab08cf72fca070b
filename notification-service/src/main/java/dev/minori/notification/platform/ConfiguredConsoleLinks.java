package dev.minori.notification.platform;

import dev.minori.notification.template.ConsoleLinks;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The console's address from {@code MINORI_CONSOLE_URL}. */
@ApplicationScoped
class ConfiguredConsoleLinks implements ConsoleLinks {
    private final String baseUrl;

    ConfiguredConsoleLinks(
            @ConfigProperty(name = "minori.console.url", defaultValue = "http://127.0.0.1:8080") String baseUrl) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    @Override
    public String baseUrl() {
        return baseUrl;
    }
}
