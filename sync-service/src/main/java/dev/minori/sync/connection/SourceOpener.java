package dev.minori.sync.connection;

import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.SourceClient;

/** Makes clients for one kind of source system. */
public interface SourceOpener {
    /** Whether it understands the settings. */
    boolean opens(ConnectionSettings settings);

    /** A client for a connection whose settings it understands, each of whose calls passes the gate. */
    SourceClient open(Connection connection, Secrets secrets, CallGate gate);
}
