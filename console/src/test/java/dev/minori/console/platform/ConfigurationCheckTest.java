package dev.minori.console.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {
    @TempDir
    Path directory;

    private final Map<String, String> settings = new LinkedHashMap<>();

    @BeforeEach
    void good() throws IOException {
        Path secret = Files.write(directory.resolve("secret"), new byte[64]);
        settings.put("minori.profile", "production");
        settings.put("minori.oidc.issuer", "https://id.example.com/realms/minori");
        settings.put("minori.oidc.client-secret", "8a0f6f3c1f");
        settings.put("minori.secret-file", secret.toString());
        settings.put("minori.console.url", "https://minori.example.com");
        for (String service : new String[] {"sync", "scoring", "playbook", "notification"}) {
            settings.put("minori." + service + ".url", "http://" + service + "-service:8080");
        }
    }

    @Test
    void letsAGoodConfigurationServe() {
        assertThat(check().refusals()).isEmpty();
    }

    @Test
    void refusesTheProviderOfTheDemo() {
        settings.put("minori.oidc.issuer", "http://127.0.0.1:8092/minori");
        assertThat(check().refusals()).containsOnlyKeys("MINORI_OIDC_ISSUER");
    }

    @Test
    void refusesAnIssuerWithoutTls() {
        settings.put("minori.oidc.issuer", "http://id.example.com");
        assertThat(check().refusals()).containsOnlyKeys("MINORI_OIDC_ISSUER");
    }

    @Test
    void refusesTheSecretOfTheDemoAndNeverPrintsIt() {
        settings.put("minori.oidc.client-secret", "minori-local-secret");
        assertThat(check().refusals())
                .containsOnlyKeys("MINORI_OIDC_CLIENT_SECRET")
                .values()
                .noneMatch(why -> why.contains("minori-local-secret"));
    }

    @Test
    void refusesASecretFileThatIsAbsentOrShort() throws IOException {
        settings.remove("minori.secret-file");
        assertThat(check().refusals()).containsOnlyKeys("MINORI_SECRET_FILE");
        settings.put(
                "minori.secret-file",
                Files.write(directory.resolve("short"), new byte[8]).toString());
        assertThat(check().refusals()).containsOnlyKeys("MINORI_SECRET_FILE");
    }

    @Test
    void refusesToBeReachedWithoutTls() {
        settings.put("minori.console.url", "http://minori.example.com");
        assertThat(check().refusals()).containsOnlyKeys("MINORI_CONSOLE_URL");
    }

    @Test
    void refusesWhenAServiceIsNotNamed() {
        settings.remove("minori.playbook.url");
        assertThat(check().refusals()).containsOnlyKeys("MINORI_PLAYBOOK_URL");
    }

    @Test
    void asksNothingOfADevelopersMachine() {
        settings.clear();
        settings.put("minori.profile", "local");
        assertThat(check().call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void knowsTwoProfilesOnly() {
        settings.put("minori.profile", "staging");
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("staging");
    }

    private ConfigurationCheck check() {
        return new ConfigurationCheck(new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ConsoleConfig.class));
    }
}
