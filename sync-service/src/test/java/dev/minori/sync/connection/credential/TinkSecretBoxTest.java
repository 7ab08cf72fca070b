package dev.minori.sync.connection.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.minori.kit.workspace.WorkspaceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write rows must not be able to read a secret by copying its ciphertext elsewhere. */
class TinkSecretBoxTest {
    private static final String SECRET = "秘密の鍵";

    private final UUID workspace = UUID.randomUUID();
    private final UUID otherWorkspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID otherConnection = UUID.randomUUID();

    @TempDir
    private Path directory;

    private TinkSecretBox box;

    @BeforeEach
    void readKeys() throws GeneralSecurityException, IOException {
        box = withNewKeys("kek.json");
    }

    @Test
    void aSecretOpensWhereItBelongs() {
        assertThat(open(box, workspace, connection, "client_secret", sealed())).isEqualTo(SECRET);
    }

    @Test
    void movedToAnotherFieldItDoesNotOpen() {
        assertThatThrownBy(() -> open(box, workspace, connection, "private_key", sealed()))
                .hasMessageContaining("could not open private_key")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void movedToAnotherConnectionItDoesNotOpen() {
        assertThatThrownBy(() -> open(box, workspace, otherConnection, "client_secret", sealed()))
                .hasMessageContaining("could not open client_secret");
    }

    @Test
    void movedToAnotherWorkspaceItDoesNotOpen() {
        assertThatThrownBy(() -> open(box, otherWorkspace, connection, "client_secret", sealed()))
                .hasMessageContaining("could not open client_secret");
    }

    @Test
    void aChangedByteOrAnotherKeysetDoesNotOpenIt() throws GeneralSecurityException, IOException {
        byte[] changed = sealed();
        int last = changed.length - 1;
        changed[last] = (byte) (changed[last] ^ 1);
        assertThatThrownBy(() -> open(box, workspace, connection, "client_secret", changed))
                .hasMessageContaining("could not open");

        TinkSecretBox others = withNewKeys("other-kek.json");
        assertThatThrownBy(() -> open(others, workspace, connection, "client_secret", sealed()))
                .hasMessageContaining("could not open");
    }

    private byte[] sealed() {
        return WorkspaceContext.call(workspace, () -> box.seal(connection, "client_secret", SECRET));
    }

    private static String open(TinkSecretBox box, UUID workspaceId, UUID connectionId, String field, byte[] sealed) {
        return WorkspaceContext.call(workspaceId, () -> box.open(connectionId, field, sealed));
    }

    private TinkSecretBox withNewKeys(String name) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Path file = directory.resolve(name);
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        return new TinkSecretBox(file.toString());
    }
}
