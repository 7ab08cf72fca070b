package dev.minori.sync.run.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.events.fact.FactValues;
import dev.minori.kit.json.EventJson;
import dev.minori.sync.run.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures facts in the JSON in which they travel. */
@ApplicationScoped
class JacksonFactJson implements FactJson {

    @Override
    public Measured measure(FactValues values, UUID customerId, @Nullable Instant effectiveFrom) {
        try {
            byte[] json = EventJson.mapper().writeValueAsBytes(values);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json);
            digest.update((byte) 0);
            digest.update((customerId + "|" + effectiveFrom).getBytes(StandardCharsets.UTF_8));
            return new Measured(json.length, digest.digest());
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("fact values can be written and hashed", impossible);
        }
    }
}
