package dev.minori.notification.channel;

import java.util.UUID;

/** Encrypts the addresses of channels: whoever knows one can post to the room. */
public interface ChannelSecrets {
    /** The address as it is stored; bound to the workspace and the channel. */
    byte[] seal(UUID channelId, String address);

    /** The address again. */
    String open(UUID channelId, byte[] sealed);
}
