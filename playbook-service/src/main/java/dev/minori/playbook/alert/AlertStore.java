package dev.minori.playbook.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where alerts are kept. */
public interface AlertStore {
    Optional<Alert> find(UUID id);

    /** Like find, and keeps others from changing it until the transaction ends. */
    Optional<Alert> lock(UUID id);

    /** The last episode of an identity; keeps others from opening one until the transaction ends. */
    Optional<Alert> lockLastEpisode(UUID ruleId, UUID customerId, UUID subjectFactId);

    void insert(Alert alert);

    void update(Alert alert);

    void addOccurrence(UUID alertId, Alert.Occurrence occurrence);

    /** Newest first. */
    List<Alert.Occurrence> listOccurrences(UUID alertId);

    void addComment(UUID alertId, Alert.Comment comment);

    /** Oldest first. */
    List<Alert.Comment> listComments(UUID alertId, @Nullable UUID behind, int limit);

    /** Notes that a stay ended and gives the open alerts that have no stay left which lasts. */
    List<Alert> endOccurrences(UUID membershipId, Instant at);
}
