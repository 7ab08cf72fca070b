package dev.minori.kit.outbox;

/** One row as the relay reads it. */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way from a row to the broker; nobody compares them.
record OutboxRow(long position, String topic, String key, byte[] payload) {}
