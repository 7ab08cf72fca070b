package dev.minori.kit.secret;

import dev.minori.kit.profile.Profile;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Random bytes that all pods of one service share, from {@code MINORI_SECRET_FILE}. Nobody uses them directly: each
 * purpose gets a key of its own by HKDF, so that what one key signs never verifies under another.
 */
@Singleton
public class ServiceSecret {
    /** Fewer bytes than these are no secret. */
    public static final int MIN_BYTES = 32;

    private final byte[] bytes;

    @Inject
    ServiceSecret(Profile profile, @ConfigProperty(name = "minori.secret-file") Optional<String> file) {
        this(read(profile, file));
    }

    /** For tests; throws IllegalArgumentException if there are fewer than {@link #MIN_BYTES}. */
    public ServiceSecret(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("a secret has at least " + MIN_BYTES + " bytes, had " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /**
     * The key for one purpose.
     *
     * @param purpose a name that is never reused, for example {@code cursor.v1}
     * @param algorithm the algorithm of the key, for example {@code HmacSHA256}
     */
    public SecretKey key(String purpose, String algorithm) {
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
        return "ServiceSecret";
    }

    private static byte[] read(Profile profile, Optional<String> file) {
        if (file.isPresent()) {
            try {
                return Files.readAllBytes(Path.of(file.get()));
            } catch (IOException failure) {
                throw new UncheckedIOException("MINORI_SECRET_FILE cannot be read: " + file.get(), failure);
            }
        }
        if (!profile.isLocal()) {
            Log.warn("MINORI_SECRET_FILE is not set: readiness stays down, and what this process signs dies with it");
        }
        byte[] bytes = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
