package dev.minori.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes the secrets of a local machine once, readable by their owner only. */
final class Secrets {

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a password; made when absent. */
    Path password(String name) {
        return kept(name + ".password", HexFormat.of().formatHex(bytes(16)).getBytes(StandardCharsets.US_ASCII));
    }

    /** The file with 64 random bytes that one service signs with; made when absent. */
    Path serviceSecret(String service) {
        return kept(service + ".secret", bytes(64));
    }

    /**
     * The file with the key-encryption keyset; made when absent. A Tink keyset in JSON with one AES-256-GCM key: the
     * value is the protobuf message AesGcmKey, whose field 3 is the key
     * (https://github.com/tink-crypto/tink-java, proto/aes_gcm.proto and proto/tink.proto).
     */
    Path keyEncryptionKeyset() {
        byte[] message = new byte[34];
        message[0] = 0x1a;
        message[1] = 32;
        System.arraycopy(bytes(32), 0, message, 2, 32);
        int id = 1 + random.nextInt(Integer.MAX_VALUE - 1);
        String keyset = """
                {"primaryKeyId":%1$d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%2$s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%1$d,"outputPrefixType":"TINK"}]}
                """.formatted(id, Base64.getEncoder().encodeToString(message));
        return kept("kek.json", keyset.getBytes(StandardCharsets.UTF_8));
    }

    /** The file with the key that signs tokens; the provider makes it. */
    Path oidcKey() {
        return directory.resolve("oidc-key.pem");
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private Path kept(String name, byte[] content) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, content);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
