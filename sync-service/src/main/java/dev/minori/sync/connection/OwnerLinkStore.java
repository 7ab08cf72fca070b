package dev.minori.sync.connection;

import java.util.List;
import java.util.UUID;

/** Keeps owner links. Needs a transaction. */
public interface OwnerLinkStore {
    List<OwnerLink> list(UUID connectionId);

    /** Which version of a connection's links is stored. */
    long version(UUID connectionId);

    /** Keeps others from changing the connection's links to the end of the transaction; gives the version stored. */
    long lock(UUID connectionId);

    /** Adds or changes links, which makes a new version. Who saves locks before it looks. */
    void save(UUID connectionId, List<OwnerLink> links);
}
