package dev.minori.scoring.record.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which page of records a request asks for, and as of when. */
public class RecordParameters {
    /** As they were true then; as they are unless said otherwise. */
    @QueryParam("asOf")
    public @Nullable Instant asOf;

    /** As it was known then, on the database's clock; as it is known unless said otherwise. */
    @QueryParam("knownAt")
    public @Nullable Instant knownAt;

    @QueryParam("limit")
    public @Nullable Integer limit;

    @QueryParam("cursor")
    public @Nullable String cursor;
}
