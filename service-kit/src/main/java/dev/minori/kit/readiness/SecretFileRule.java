package dev.minori.kit.readiness;

import dev.minori.kit.secret.ServiceSecret;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets that must outlive the process are in files. A service that encrypts sets {@code minori.kek.required=true} in
 * its own configuration.
 */
@Singleton
class SecretFileRule implements ReadinessRule {
    private static final int SMALLEST_KEYSET = 64;

    private final Optional<String> secretFile;
    private final Optional<String> kekFile;
    private final boolean kekRequired;

    SecretFileRule(
            @ConfigProperty(name = "minori.secret-file") Optional<String> secretFile,
            @ConfigProperty(name = "minori.kek.file") Optional<String> kekFile,
            @ConfigProperty(name = "minori.kek.required", defaultValue = "false") boolean kekRequired) {
        this.secretFile = secretFile;
        this.kekFile = kekFile;
        this.kekRequired = kekRequired;
    }

    @Override
    public String name() {
        return "secret-files";
    }

    @Override
    public Verdict check() {
        Verdict secret = judge("MINORI_SECRET_FILE", secretFile, ServiceSecret.MIN_BYTES);
        return secret instanceof Ok && kekRequired ? judge("MINORI_KEK_FILE", kekFile, SMALLEST_KEYSET) : secret;
    }

    private static Verdict judge(String property, Optional<String> file, int bytes) {
        if (file.isEmpty()) {
            return ReadinessRule.refuse(property, "is not set");
        }
        try {
            return Files.size(Path.of(file.get())) < bytes
                    ? ReadinessRule.refuse(property, "holds fewer than " + bytes + " bytes")
                    : ReadinessRule.ok();
        } catch (IOException _) {
            return ReadinessRule.refuse(property, "cannot be read");
        }
    }
}
