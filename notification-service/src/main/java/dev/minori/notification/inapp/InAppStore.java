package dev.minori.notification.inapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the in-app notifications of the current workspace. Every method needs a transaction. */
public interface InAppStore {
    /** Keeps a notification; one that is there already stays as it is. */
    void insert(InAppNotification notification);

    /** A member's notifications, the newest first, those before the given id. */
    List<InAppNotification> list(UUID memberId, boolean unreadOnly, @Nullable UUID before, int limit);

    Optional<InAppNotification> find(UUID memberId, UUID id);

    /** How many a member has not read; counts no further than {@code most}. */
    int countUnread(UUID memberId, int most);

    /** Marks a member's notification; one that is read stays read since it was. */
    void markRead(UUID memberId, UUID id, Instant now);

    /** Marks all of a member's up to the given one; tells how many there were. */
    int markAllRead(UUID memberId, UUID upTo, Instant now);

    /** Overwrites what a notification says, because it quotes what was erased. */
    void erase(UUID id);

    /** Deletes up to {@code max} that are older; tells how many. */
    int forget(Instant before, int max);
}
