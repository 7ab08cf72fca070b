package dev.minori.sync.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A key as the sender holds it: workspace, id and 256 random bits. The workspace is part of it, so that nothing has to be
 * looked up across workspaces. Random bits need no slow hash: nobody can guess them.
 */
public final class KeyText {
    private static final String PREFIX = "mk_";
    private static final int RANDOM_BYTES = 32;
    private static final int BYTES = 16 + 16 + RANDOM_BYTES;

    private final UUID workspaceId;
    private final UUID id;
    private final byte[] random;

    private KeyText(UUID workspaceId, UUID id, byte[] random) {
        this.workspaceId = workspaceId;
        this.id = id;
        this.random = random;
    }

    static KeyText make(UUID workspaceId, UUID id, SecureRandom source) {
        byte[] random = new byte[RANDOM_BYTES];
        source.nextBytes(random);
        return new KeyText(workspaceId, id, random);
    }

    /** What was sent as a key; empty if it cannot be one. */
    public static Optional<KeyText> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer parts = ByteBuffer.wrap(bytes);
            UUID workspaceId = new UUID(parts.getLong(), parts.getLong());
            UUID id = new UUID(parts.getLong(), parts.getLong());
            byte[] random = new byte[RANDOM_BYTES];
            parts.get(random);
            return Optional.of(new KeyText(workspaceId, id, random));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    UUID id() {
        return id;
    }

    /** The text that the sender keeps. */
    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(workspaceId.getMostSignificantBits()).putLong(workspaceId.getLeastSignificantBits());
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        bytes.put(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(random);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Takes as long for a key that is nearly right as for one that is wrong altogether. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public String toString() {
        return "KeyText[" + id + "]";
    }
}
