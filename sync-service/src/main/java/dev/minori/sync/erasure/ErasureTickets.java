package dev.minori.sync.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps erasures until they are finished. Needs a transaction. */
public interface ErasureTickets {
    /** Keeps one, for whoever asks first after a time. */
    void open(ErasureTicket ticket, Instant notBefore);

    /** One of the current workspace that is still open. */
    Optional<ErasureTicket> find(UUID erasureId);

    /** One that is due, in any workspace; nobody else gets it before the next time. */
    Optional<ErasureTicket> take(Instant now, Instant next);

    /** Forgets one of the current workspace; whether it was still open. */
    boolean close(UUID erasureId);
}
