package dev.minori.kit.audit;

import dev.minori.kit.secret.ServiceSecret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Signs the end of a chain with a key outside of the database: who can write the tables cannot write a new chain. */
@Singleton
class AuditSignature {
    private final SecretKey key;

    AuditSignature(ServiceSecret secret) {
        this.key = secret.key("audit-head.v1", "HmacSHA256");
    }

    AuditTrail.Head sign(UUID chain, long sequence, byte[] seal) {
        return new AuditTrail.Head(sequence, seal, mac(chain, sequence, seal));
    }

    boolean isOurs(UUID chain, AuditTrail.Head head) {
        return MessageDigest.isEqual(mac(chain, head.sequence(), head.seal()), head.signature());
    }

    private byte[] mac(UUID chain, long sequence, byte[] seal) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(24)
                    .putLong(chain.getMostSignificantBits())
                    .putLong(chain.getLeastSignificantBits())
                    .putLong(sequence)
                    .array());
            return mac.doFinal(seal);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
