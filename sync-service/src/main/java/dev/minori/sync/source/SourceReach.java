package dev.minori.sync.source;

import java.net.URI;

/** Where sources may be: an address that somebody typed must not lead into the network this service stands in. */
@FunctionalInterface
public interface SourceReach {
    /** Whether the address may be called. One whose name cannot be resolved may: calling it fails by itself. */
    boolean allows(URI address);
}
