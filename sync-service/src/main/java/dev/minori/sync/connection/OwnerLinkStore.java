package dev.minori.sync.connection;

import java.util.List;
import java.util.UUID;

/** Keeps owner links. Needs a transaction. */
public interface OwnerLinkStore {
    /** All links of a connection. */
    List<OwnerLink> list(UUID connectionId);

    /** Links behind a name and, where names are equal, an owner's id, in that order. */
    List<OwnerLink> list(UUID connectionId, String name, String ownerId, int limit);

    /** Which version of a connection's links is stored. */
    long version(UUID connectionId);

    /** Keeps others from changing the connection's links to the end of the transaction; gives the version stored. */
    long lock(UUID connectionId);

    /** Adds or changes links, which makes a new version. Who saves locks before it looks. */
    void save(UUID connectionId, List<OwnerLink> links);
}
