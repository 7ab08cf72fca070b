package dev.minori.notification.channel.credential;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.channel.ChannelProblem;
import dev.minori.notification.channel.ChannelSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Envelope encryption with AES-256-GCM: each secret has a key of its own, wrapped by the key-encryption keyset of
 * {@code MINORI_KEK_FILE} (Tink, JSON). The associated data names workspace, channel and field, so that a stored secret
 * copied to another row does not open.
 */
@ApplicationScoped
class TinkChannelSecrets implements ChannelSecrets {
    private final Optional<Path> keyFile;
    private @Nullable Aead aead;

    TinkChannelSecrets(@ConfigProperty(name = "minori.kek.file") Optional<String> keyFile) {
        this.keyFile = keyFile.map(Path::of);
    }

    @Override
    public byte[] seal(UUID channelId, String address) {
        try {
            return require().encrypt(address.getBytes(StandardCharsets.UTF_8), associated(channelId));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a channel's address could not be encrypted", failed);
        }
    }

    @Override
    public String open(UUID channelId, byte[] sealed) {
        try {
            return new String(require().decrypt(sealed, associated(channelId)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the address of channel " + channelId + " cannot be decrypted", failed);
        }
    }

    /** Read when it is first needed: whoever uses no chat channel needs no keyset. */
    private synchronized Aead require() {
        Aead ready = aead;
        if (ready == null) {
            ready = keyFile.filter(Files::isReadable)
                    .map(TinkChannelSecrets::open)
                    .orElseThrow(() -> new ProblemException(
                            ChannelProblem.SECRETS_UNAVAILABLE,
                            new Wording(
                                    "管理者がMINORI_KEK_FILEを設定すると使えるようになります。",
                                    "It works once the administrator has set MINORI_KEK_FILE.")));
            aead = ready;
        }
        return ready;
    }

    private static byte[] associated(UUID channelId) {
        return (WorkspaceContext.current() + "|" + channelId + "|webhook-url").getBytes(StandardCharsets.UTF_8);
    }

    private static Aead open(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            AesGcmParameters dataKeys = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            return KmsEnvelopeAead.create(dataKeys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("MINORI_KEK_FILE is not a Tink keyset: " + file, broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
