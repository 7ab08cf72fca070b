package dev.minori.console.session;

import dev.minori.console.platform.ConsoleConfig;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Random bytes shared by all pods; each purpose gets a key of its own by HKDF. */
@Singleton
class SessionSecret {
    /** Fewer bytes than these are no secret. */
    static final int MIN_BYTES = 32;

    private final byte[] bytes;

    @Inject
    SessionSecret(ConsoleConfig config) {
        this(read(config.secretFile()));
    }

    SessionSecret(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("a secret has at least " + MIN_BYTES + " bytes, had " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /**
     * The key for one purpose.
     *
     * @param purpose a name that is never reused
     * @param algorithm the algorithm of the key
     */
    SecretKey key(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(bytes)
                                    .thenExpand(("minori " + purpose).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("JDK 25 has HKDF-SHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "SessionSecret";
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("MINORI_SECRET_FILE cannot be read: " + file, failure);
        }
    }

    private static byte[] read(Optional<Path> file) {
        if (file.isPresent()) {
            return read(file.get());
        }
        Log.warn("MINORI_SECRET_FILE is not set: sessions end with this process and are not shared with others");
        byte[] random = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
