package dev.minori.notification.channel.credential;

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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write rows must not be able to read an address by copying its ciphertext elsewhere. */
class TinkChannelSecretsTest {
    private static final String ADDRESS = "https://hooks.example/T000/B000/鍵";

    private final UUID workspace = UUID.randomUUID();
    private final UUID otherWorkspace = UUID.randomUUID();
    private final UUID channel = UUID.randomUUID();
    private final UUID otherChannel = UUID.randomUUID();

    @TempDir
    private Path directory;

    private TinkChannelSecrets secrets;

    @BeforeEach
    void readKeys() throws GeneralSecurityException, IOException {
        secrets = withNewKeys("kek.json");
    }

    @Test
    void anAddressOpensWhereItBelongs() {
        assertThat(open(secrets, workspace, channel, sealed())).isEqualTo(ADDRESS);
    }

    @Test
    void movedToAnotherChannelItDoesNotOpen() {
        assertThatThrownBy(() -> open(secrets, workspace, otherChannel, sealed()))
                .hasMessageContaining("cannot be decrypted")
                .hasMessageNotContaining("hooks.example");
    }

    @Test
    void movedToAnotherWorkspaceItDoesNotOpen() {
        assertThatThrownBy(() -> open(secrets, otherWorkspace, channel, sealed()))
                .hasMessageContaining("cannot be decrypted");
    }

    @Test
    void aChangedByteOrAnotherKeysetDoesNotOpenIt() throws GeneralSecurityException, IOException {
        byte[] changed = sealed();
        int last = changed.length - 1;
        changed[last] = (byte) (changed[last] ^ 1);
        assertThatThrownBy(() -> open(secrets, workspace, channel, changed))
                .hasMessageContaining("cannot be decrypted");

        TinkChannelSecrets others = withNewKeys("other-kek.json");
        assertThatThrownBy(() -> open(others, workspace, channel, sealed()))
                .hasMessageContaining("cannot be decrypted");
    }

    private byte[] sealed() {
        return WorkspaceContext.call(workspace, () -> secrets.seal(channel, ADDRESS));
    }

    private static String open(TinkChannelSecrets secrets, UUID workspaceId, UUID channelId, byte[] sealed) {
        return WorkspaceContext.call(workspaceId, () -> secrets.open(channelId, sealed));
    }

    private TinkChannelSecrets withNewKeys(String name) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Path file = directory.resolve(name);
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        return new TinkChannelSecrets(Optional.of(file.toString()));
    }
}
