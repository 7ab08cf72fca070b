package dev.minori.kit.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.profile.Profile;
import dev.minori.kit.readiness.ReadinessRule.Ok;
import dev.minori.kit.readiness.ReadinessRule.Refused;
import dev.minori.kit.readiness.ReadinessRule.Verdict;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import dev.minori.platform.testing.TestPostgres;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessRulesTest {
    private static final Map<String, String> REAL = Map.of(
            "minori.oidc.client-secret", "f4b1c9e07d",
            "minori.db.app.user", "scoring_app",
            "minori.db.app.password", "9d2c1",
            "minori.db.owner.password", "9d2c2",
            "minori.db.relay.password", "9d2c3",
            "minori.db.erase.password", "9d2c4");

    @TempDir
    private Path directory;

    @Test
    void issuerMustBeRealAndReachedOverTls() {
        assertThat(issuer("https://login.example.co.jp/realms/minori")).isInstanceOf(Ok.class);
        for (String bad : List.of(
                "http://127.0.0.1:8092/minori",
                "https://127.0.0.1:8092/minori",
                "https://localhost/minori",
                "https://[::1]/minori",
                "https://LOCALHOST:8443/x",
                "http://login.example.co.jp/realms/minori",
                "not a url",
                "minori")) {
            assertRefused(issuer(bad), "MINORI_OIDC_ISSUER");
        }
        assertRefused(new OidcIssuerRule(Optional.empty()).check(), "MINORI_OIDC_ISSUER");
    }

    @Test
    void clockMustNotBeMoved() {
        assertThat(new ClockOffsetRule(Optional.empty()).check()).isInstanceOf(Ok.class);
        assertRefused(new ClockOffsetRule(Optional.of("/tmp/offset")).check(), "MINORI_CLOCK_OFFSET_FILE");
    }

    @Test
    void secretsOfTheDemoAreRefusedWithoutShowingThem() {
        assertThat(secrets(Map.of())).isInstanceOf(Ok.class);
        assertRefused(secrets(Map.of("minori.oidc.client-secret", "minori-local-secret")), "MINORI_OIDC_CLIENT_SECRET");
        assertRefused(secrets(Map.of("minori.db.app.password", "scoring_app")), "MINORI_DB_APP_PASSWORD");
        assertRefused(secrets(Map.of("minori.db.relay.password", "scoring_relay")), "MINORI_DB_RELAY_PASSWORD");
        assertRefused(secrets(Map.of("minori.db.erase.password", "")), "MINORI_DB_ERASE_PASSWORD");
    }

    @Test
    void secretFilesMustBeThere() throws IOException {
        Optional<String> secret = file("secret", 32);
        Optional<String> kek = file("kek.json", 200);
        Optional<String> missing = Optional.of(directory.resolve("missing").toString());
        assertThat(new SecretFileRule(secret, kek, true).check()).isInstanceOf(Ok.class);
        assertThat(new SecretFileRule(secret, Optional.empty(), false).check()).isInstanceOf(Ok.class);
        assertRefused(new SecretFileRule(Optional.empty(), kek, true).check(), "MINORI_SECRET_FILE");
        assertRefused(new SecretFileRule(file("short", 31), kek, true).check(), "MINORI_SECRET_FILE");
        assertRefused(new SecretFileRule(missing, kek, true).check(), "MINORI_SECRET_FILE");
        assertRefused(new SecretFileRule(secret, Optional.empty(), true).check(), "MINORI_KEK_FILE");
        assertRefused(new SecretFileRule(secret, missing, true).check(), "MINORI_KEK_FILE");
    }

    @Test
    void databaseRoleMustHaveWalls() throws SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("kit");
        try (Connection application = database.connect(Role.APP)) {
            assertThat(DatabaseRoleRule.judge(application)).isInstanceOf(Ok.class);
        }
        try (Connection owner = database.connect(Role.OWNER)) {
            assertRefused(DatabaseRoleRule.judge(owner), "MINORI_DB_APP_USER");
        }
        try (Connection superuser = TestPostgres.connectAsSuperuser(database.name())) {
            assertRefused(DatabaseRoleRule.judge(superuser), "MINORI_DB_APP_USER");
            superuser.createStatement().execute("alter role " + database.user(Role.APP) + " reset transaction_timeout");
            try (Connection endless = database.connect(Role.APP)) {
                assertRefused(DatabaseRoleRule.judge(endless), "MINORI_DB_APP_USER");
            }
            superuser
                    .createStatement()
                    .execute("alter role " + database.user(Role.APP) + " set transaction_timeout = '30s'");
            superuser.createStatement().execute("create table stray (id int)");
            superuser.createStatement().execute("alter table stray owner to " + database.user(Role.APP));
        }
        try (Connection application = database.connect(Role.APP)) {
            assertRefused(DatabaseRoleRule.judge(application), "MINORI_DB_APP_USER");
        }
    }

    @Test
    void checkIsDownWhenARuleRefusesOrFailsAndOnlyInProduction() {
        ReadinessRule refusing = new ClockOffsetRule(Optional.of("/tmp/offset"));
        ReadinessRule failing = new ReadinessRule() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public Verdict check() {
                throw new IllegalStateException("no answer");
            }
        };
        ReadinessRule fine = new ClockOffsetRule(Optional.empty());
        assertThat(status(Profile.PRODUCTION, fine)).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(status(Profile.PRODUCTION, fine, refusing)).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(status(Profile.PRODUCTION, refusing, fine)).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(status(Profile.PRODUCTION, failing)).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(status(Profile.LOCAL, refusing)).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private static HealthCheckResponse.Status status(Profile profile, ReadinessRule... rules) {
        return new ConfigurationCheck(profile, List.of(rules)).call().getStatus();
    }

    private static Verdict issuer(String url) {
        return new OidcIssuerRule(Optional.of(url)).check();
    }

    private static Verdict secrets(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(REAL);
        values.putAll(changed);
        return new DemoSecretRule(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build())
                .check();
    }

    private Optional<String> file(String name, int bytes) throws IOException {
        return Optional.of(Files.write(directory.resolve(name), new byte[bytes]).toString());
    }

    private static void assertRefused(Verdict verdict, String property) {
        assertThat(verdict).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.property()).isEqualTo(property);
            assertThat(refused.message()).doesNotContain("9d2c", "minori-local-secret", "scoring_");
        });
    }
}
