package dev.minori.sync.connection.credential;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM by Tink, with workspace, connection and field as associated data. The keyset lies in a file (a mounted
 * secret); a keyset of several keys seals with the primary and opens with all, so keys can be rotated.
 */
@ApplicationScoped
class TinkSecretBox implements SecretBox {
    private final Path keyFile;
    private @Nullable Aead aead;

    TinkSecretBox(@ConfigProperty(name = "minori.kek.file") String keyFile) {
        this.keyFile = Path.of(keyFile);
    }

    @Override
    public byte[] seal(UUID connectionId, String field, String secret) {
        try {
            return aead().encrypt(secret.getBytes(StandardCharsets.UTF_8), associated(connectionId, field));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("could not seal " + field + " of connection " + connectionId, failed);
        }
    }

    @Override
    public String open(UUID connectionId, String field, byte[] sealed) {
        try {
            return new String(aead().decrypt(sealed, associated(connectionId, field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "could not open " + field + " of connection " + connectionId + ": the key file has changed",
                    failed);
        }
    }

    private static byte[] associated(UUID connectionId, String field) {
        return (WorkspaceContext.current() + "|" + connectionId + "|" + field).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Aead aead() throws GeneralSecurityException {
        Aead ready = aead;
        if (ready == null) {
            AeadConfig.register();
            ready = keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
            aead = ready;
        }
        return ready;
    }

    private KeysetHandle keyset() throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(keyFile, StandardCharsets.UTF_8),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (IOException failed) {
            throw new UncheckedIOException("the key-encryption keyset " + keyFile + " cannot be read", failed);
        }
    }
}
