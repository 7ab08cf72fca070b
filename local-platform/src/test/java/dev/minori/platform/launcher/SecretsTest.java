package dev.minori.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void areMadeOnceAndReadableByTheOwnerOnly() throws Exception {
        Secrets secrets = new Secrets(directory.resolve("secrets"));
        byte[] first = Files.readAllBytes(secrets.serviceSecret("sync-service"));
        assertThat(first).hasSize(64);
        assertThat(Files.readAllBytes(secrets.serviceSecret("sync-service"))).isEqualTo(first);
        assertThat(Files.readAllBytes(secrets.serviceSecret("scoring-service"))).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.password("postgres"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theKeysetHasOneEnabledPrimaryKeyOf256Bits() throws Exception {
        JsonNode keyset = new ObjectMapper()
                .readTree(new Secrets(directory.resolve("secrets"))
                        .keyEncryptionKeyset()
                        .toFile());
        JsonNode key = keyset.get("key").get(0);
        assertThat(keyset.get("primaryKeyId").asLong())
                .isPositive()
                .isEqualTo(key.get("keyId").asLong());
        assertThat(key.get("status").asText()).isEqualTo("ENABLED");
        assertThat(key.get("keyData").get("value").binaryValue()).hasSize(34).startsWith(0x1a, 32);
    }
}
