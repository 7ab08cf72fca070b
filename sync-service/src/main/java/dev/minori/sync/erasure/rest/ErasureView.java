package dev.minori.sync.erasure.rest;

import java.util.UUID;

/** An erasure as JSON: done in this service, told to the others. */
public record ErasureView(UUID id, UUID contactId) {}
