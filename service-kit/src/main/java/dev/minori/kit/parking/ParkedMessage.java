package dev.minori.kit.parking;

import java.util.UUID;

/** One waiting message of a parked key; position is its place in the queue. */
@SuppressWarnings("ArrayRecordComponent") // Bytes kept for the replay; nobody compares them.
public record ParkedMessage(long position, UUID eventId, byte[] payload) {}
