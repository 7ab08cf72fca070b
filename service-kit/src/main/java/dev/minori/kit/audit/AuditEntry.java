package dev.minori.kit.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param salt random bytes; null once the details were erased
 * @param details JSON object of texts; null once erased
 * @param detailsDigest SHA-256 over salt and details; stays when they are erased
 * @param sequence place in the chain, null until sealed
 * @param seal SHA-256 over the seal before and everything here but salt and details; null until sealed
 */
record AuditEntry(
        UUID chainId,
        UUID entryId,
        Instant recordedAt,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        byte @Nullable [] salt,
        byte @Nullable [] details,
        byte[] detailsDigest,
        @Nullable Long sequence,
        byte @Nullable [] seal) {

    /** What the first entry of a chain follows. */
    static final byte[] BEGINNING = new byte[32];

    /** The seal of this entry at a place in the chain, after another seal. */
    byte[] sealAfter(byte[] before, long place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(place);
            for (UUID id : new UUID[] {chainId, entryId}) {
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            out.writeLong(recordedAt.getEpochSecond());
            out.writeInt(recordedAt.getNano());
            for (String text : new String[] {actor, action, subjectType, subjectId}) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            out.write(detailsDigest);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256(bytes.toByteArray());
    }

    /** Whether the details are still those that were recorded, or were erased together with their salt. */
    boolean hasHonestDetails() {
        if (salt == null || details == null) {
            return salt == null && details == null;
        }
        return MessageDigest.isEqual(digest(salt, details), detailsDigest);
    }

    static byte[] digest(byte[] salt, byte[] details) {
        byte[] both = new byte[salt.length + details.length];
        System.arraycopy(salt, 0, both, 0, salt.length);
        System.arraycopy(details, 0, both, salt.length, details.length);
        return sha256(both);
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
