package dev.minori.notification.channel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the channels of the current workspace. Every method needs a transaction. */
public interface ChannelStore {
    /** By name, beginning behind this name and id. */
    List<MessagingChannel> list(String behindName, UUID behindId, int limit);

    Optional<MessagingChannel> find(UUID id);

    /** The encrypted address. */
    Optional<byte[]> findAddress(UUID id);

    void insert(MessagingChannel channel, byte[] address);

    /** Saves over the version before it; false if that is not the stored one. */
    boolean update(MessagingChannel channel, byte[] address);

    /** Stops posting to it; nothing if it is stopped already. */
    void disable(UUID id, String reason);

    /** Whether it was there. */
    boolean delete(UUID id);
}
