package dev.minori.notification.preference;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the choices of the members of the current workspace. Every method needs a transaction. */
public interface PreferenceStore {
    Optional<Preference> find(UUID memberId);

    List<Preference> list(Collection<UUID> memberIds);

    /** Saves over the version before it; false if that is not the stored one. */
    boolean save(Preference preference, Instant now);
}
