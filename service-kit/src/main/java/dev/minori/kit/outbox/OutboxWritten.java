package dev.minori.kit.outbox;

import dev.minori.events.Lane;

/** A transaction wrote to a lane; once it commits, the relay of this process need not wait for its next look. */
record OutboxWritten(Lane lane) {}
