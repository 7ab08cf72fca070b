package dev.minori.sync.intake;

import dev.minori.events.Origin;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.Handover;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes batches in: what it answers is committed, raw rows and facts and quarantine together. */
@ApplicationScoped
public class IntakeService {
    private static final int MOST_OBJECTS = 100;
    private static final int TRIES = 5;

    private final IntakeKeys keys;
    private final IntakeObjectStore objects;
    private final Handover handover;
    private final RawStore raw;
    private final Transactions transactions;
    private final Clock clock;

    IntakeService(
            IntakeKeys keys,
            IntakeObjectStore objects,
            Handover handover,
            RawStore raw,
            Transactions transactions,
            Clock clock) {
        this.keys = keys;
        this.objects = objects;
        this.handover = handover;
        this.raw = raw;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a batch in. Call it outside of any transaction.
     *
     * @param backfill whether these records are of the past: their facts open no alert and start no playbook
     */
    public IntakeResult take(UUID connectionId, String objectName, List<Incoming> batch, boolean backfill) {
        keys.requireHttp(connectionId);
        RawKey key = new RawKey(connectionId, objectName);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Handover.Prepared prepared = handover.prepare(key, backfill ? Origin.BACKFILL : Origin.LIVE);
            Optional<IntakeResult> taken = transactions.call(() -> takeIn(prepared, key, batch));
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new ProblemException(
                KitProblem.UNAVAILABLE,
                new Wording(
                        "テーブルマッピングの公開が続いています。もう一度送ってください。",
                        "Mappings of the object are being published; send the batch again."));
    }

    /** Empty if a mapping was published since they were made ready. */
    private Optional<IntakeResult> takeIn(Handover.Prepared prepared, RawKey key, List<Incoming> batch) {
        raw.lock(key);
        if (!handover.isCurrent(prepared)) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IntakeObject known = objects.find(key.connectionId(), key.objectName()).orElseGet(() -> unknown(key, now));
        Map<String, SourceType> declared = known.declaredTypes();
        Set<String> unread = prepared.unread();
        Sifting sifting = new Sifting(kept(key, batch, values -> typed(values, declared, unread)), now);
        IntakeObject seen = known;
        for (Incoming incoming : batch) {
            switch (incoming) {
                case Incoming.Refused(Finding finding) -> sifting.reject(finding);
                case Incoming.Event event -> {
                    if (seen.overflowsWith(event.values())) {
                        sifting.reject(overflow(event));
                    } else {
                        seen = seen.with(event.values());
                        sifting.sift(event, typed(event.values(), declared, unread));
                    }
                }
            }
        }
        boolean isNew = known.version() == 0 && !sifting.wanted().isEmpty();
        if (isNew || !seen.equals(known)) {
            objects.save(key.connectionId(), seen);
        }
        Handover.Landed landed = handover.land(prepared, sifting.wanted());
        List<Finding> quarantined = quarantined(landed, sifting);
        long records = quarantined.stream().map(Finding::id).distinct().count();
        return Optional.of(sifting.result(batch.size(), List.copyOf(landed.leftOut()), (int) records, quarantined));
    }

    private IntakeObject unknown(RawKey key, Instant now) {
        if (objects.list(key.connectionId()).size() >= MOST_OBJECTS) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "1つの連携先で受け取れるレコードの種類は" + MOST_OBJECTS + "までです。",
                            "A connection takes " + MOST_OBJECTS + " kinds of records at most."));
        }
        return IntakeObject.unknown(key.objectName(), now);
    }

    /** The kept rows, read as what comes is read: a declaration or an exclusion since then is no other content. */
    private Map<String, RawRow> kept(
            RawKey key, List<Incoming> batch, UnaryOperator<SortedMap<String, SourceValue>> reading) {
        Set<String> ids = batch.stream()
                .filter(Incoming.Event.class::isInstance)
                .map(incoming -> ((Incoming.Event) incoming).id())
                .collect(Collectors.toSet());
        Map<String, RawRow> kept = new HashMap<>();
        if (!ids.isEmpty()) {
            for (RawRow row : raw.load(key, List.copyOf(ids))) {
                SourceRecord record = row.record();
                SourceRecord read = new SourceRecord(
                        record.id(), record.changedAt(), record.deleted(), reading.apply(record.values()));
                kept.put(record.id(), new RawRow(read, row.version(), row.deleted(), row.erased()));
            }
        }
        return kept;
    }

    private static SortedMap<String, SourceValue> typed(
            SortedMap<String, SourceValue> values, Map<String, SourceType> declared, Set<String> unread) {
        NavigableMap<String, SourceValue> typed = new TreeMap<>(IntakeObject.typed(values, declared));
        unread.stream().filter(code -> !IntakeObject.isOwn(code)).forEach(typed::remove);
        return typed;
    }

    private static List<Finding> quarantined(Handover.Landed landed, Sifting sifting) {
        List<Finding> findings = new ArrayList<>();
        for (QuarantineEntry entry : landed.quarantined()) {
            findings.add(new Finding(
                    sifting.placeOf(entry.recordId()),
                    entry.recordId(),
                    Finding.Kind.QUARANTINED,
                    entry.field(),
                    entry.reason(),
                    entry.detail()));
        }
        return findings;
    }

    private static Finding overflow(Incoming.Event event) {
        return new Finding(
                event.index(),
                event.id(),
                Finding.Kind.REJECTED,
                null,
                "too-many-fields",
                new Wording(
                        "項目は1種類のレコードにつき" + IntakeObject.MOST_FIELDS + "個までです。",
                        "A kind of records has " + IntakeObject.MOST_FIELDS + " fields at most."));
    }
}
