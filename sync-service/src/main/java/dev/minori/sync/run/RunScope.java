package dev.minori.sync.run;

import dev.minori.events.Lane;
import dev.minori.events.Origin;
import dev.minori.events.fact.SourceObject;
import dev.minori.sync.mapping.CompiledMapping;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.raw.RawKey;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What every chunk of a run needs to know.
 *
 * @param retellsAll whether unchanged facts are told again
 * @param countsSeen whether record ids are noted, to find what is gone
 */
record RunScope(
        RunTicket ticket,
        UUID mappingId,
        int mappingVersion,
        RawKey raw,
        String system,
        MappingDocument document,
        CompiledMapping mapping,
        RunKind kind,
        Origin origin,
        boolean retellsAll,
        boolean countsSeen,
        Function<String, Optional<String>> recordUrl) {
    private static final int LIVE_LIMIT = 500;

    /** The same on behalf of another run. */
    RunScope under(RunTicket other) {
        return new RunScope(
                other,
                mappingId,
                mappingVersion,
                raw,
                system,
                document,
                mapping,
                kind,
                origin,
                retellsAll,
                countsSeen,
                recordUrl);
    }

    UUID runId() {
        return ticket.runId();
    }

    SourceObject source() {
        return new SourceObject(raw.connectionId(), system, raw.objectName(), mappingId, mappingVersion);
    }

    /** The way this many facts travel: much at once yields to what is live. */
    Lane lane(int facts) {
        return kind == RunKind.INCREMENTAL && facts <= LIVE_LIMIT ? Lane.LIVE : Lane.BULK;
    }
}
