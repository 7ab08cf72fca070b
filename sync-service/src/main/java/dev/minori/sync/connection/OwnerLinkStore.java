package dev.minori.sync.connection;

import java.util.List;
import java.util.UUID;

/** Keeps owner links. Needs a transaction. */
public interface OwnerLinkStore {
    List<OwnerLink> list(UUID connectionId);

    void save(UUID connectionId, List<OwnerLink> links);
}
