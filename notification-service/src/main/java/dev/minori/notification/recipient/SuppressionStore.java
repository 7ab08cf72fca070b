package dev.minori.notification.recipient;

import java.util.Collection;
import java.util.List;

/** Keeps the refused addresses of the current workspace. Every method needs a transaction. */
public interface SuppressionStore {
    /** Those of the given normal addresses that are refused. */
    List<SuppressedAddress> list(Collection<String> addresses);

    void add(SuppressedAddress address);

    /** Whether it was there. */
    boolean remove(String address);
}
