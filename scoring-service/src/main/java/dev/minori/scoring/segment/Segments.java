package dev.minori.scoring.segment;

import dev.minori.events.Origin;
import dev.minori.kit.id.Ids;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.expression.Expression;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.SetQuery;
import dev.minori.scoring.expression.SetReader;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.expression.ValueType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds who began or ceased to meet the conditions. A condition that became unknown neither begins nor ends a stay; a
 * subject that is gone ends it.
 */
@ApplicationScoped
public class Segments {
    private static final int MAX_EVIDENCE_TEXT = 300;

    private final SegmentCatalog catalog;
    private final StayStore stays;
    private final SetReader reader;
    private final ExpressionLanguage language;
    private final Ids ids;
    private final Map<VersionKey, Compiled> compiled = new ConcurrentHashMap<>();

    Segments(SegmentCatalog catalog, StayStore stays, SetReader reader, ExpressionLanguage language, Ids ids) {
        this.catalog = catalog;
        this.stays = stays;
        this.reader = reader;
        this.language = language;
        this.ids = ids;
    }

    /** Stays that began and stays that ended. */
    public record Moves(List<Stay> entered, List<Stay> left) {}

    private record VersionKey(UUID segmentId, int version) {}

    private record Compiled(Expression condition, List<String> names, SetQuery query) {}

    /** Evaluates every published segment for these customers and keeps what changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Moves evaluate(Moment moment, Map<UUID, Origin> origins) {
        Map<UUID, List<Stay>> open = stays.open(moment.workspaceId(), origins.keySet()).stream()
                .collect(Collectors.groupingBy(Stay::segmentId));
        List<Stay> entered = new ArrayList<>();
        List<Stay> left = new ArrayList<>();
        for (ActiveDocument<Segment> segment : catalog.inForce(moment.workspaceId())) {
            evaluate(moment, segment, origins, open.getOrDefault(segment.id(), List.of()), entered, left);
        }
        stays.enter(moment.workspaceId(), entered);
        stays.leave(moment.workspaceId(), left);
        return new Moves(entered, left);
    }

    /**
     * The customers whose stays in a segment would change by the mere passing of time within the day. Segments whose
     * condition does not look at the clock have none.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> movedByTime(Moment moment) {
        Set<UUID> customers = new HashSet<>();
        for (ActiveDocument<Segment> segment : catalog.inForce(moment.workspaceId())) {
            Expression condition = compile(segment).condition();
            if (!condition.dependsOnNow()) {
                continue;
            }
            Map<UUID, UUID> inside = new HashMap<>();
            stays.openIn(moment.workspaceId(), segment.id())
                    .forEach(stay -> inside.put(stay.subjectId(), stay.customerId()));
            for (SetReader.Subject subject : reader.matching(moment, condition)) {
                if (inside.remove(subject.subjectId()) == null) {
                    customers.add(subject.customerId());
                }
            }
            for (SetRow row : reader.read(moment, compile(segment).query(), Set.copyOf(inside.values()))) {
                if (!row.values().getFirst().fails()) {
                    inside.remove(row.subjectId()); // Unknown: the stay goes on.
                }
            }
            customers.addAll(inside.values());
        }
        return customers;
    }

    private void evaluate(
            Moment moment,
            ActiveDocument<Segment> segment,
            Map<UUID, Origin> origins,
            List<Stay> open,
            List<Stay> entered,
            List<Stay> left) {
        Compiled question = compile(segment);
        Map<UUID, Stay> inside = new LinkedHashMap<>();
        open.forEach(stay -> inside.put(stay.subjectId(), stay));
        for (SetRow row : reader.read(moment, question.query(), origins.keySet())) {
            Stay stay = inside.remove(row.subjectId());
            SetRow.Value value = row.values().getFirst();
            if (stay == null && value.holds()) {
                entered.add(
                        stay(moment, segment, question, row, origins.getOrDefault(row.customerId(), Origin.BACKFILL)));
            } else if (stay != null && value.fails()) {
                left.add(stay.endedAt(moment.now()));
            }
        }
        inside.values().forEach(gone -> left.add(gone.endedAt(moment.now())));
    }

    private Stay stay(Moment moment, ActiveDocument<Segment> segment, Compiled question, SetRow row, Origin origin) {
        Map<String, String> evidence = new TreeMap<>();
        row.evidence().forEach((name, text) -> evidence.put(name, shortened(text)));
        for (int i = 0; i < question.names().size(); i++) {
            String text = row.values().get(i + 1).shown();
            if (text != null) {
                evidence.put(question.names().get(i), shortened(text));
            }
        }
        return new Stay(
                ids.next(),
                segment.id(),
                segment.version(),
                segment.document().key(),
                row.customerId(),
                segment.document().subject().dataset(),
                row.subjectId(),
                row.label(),
                moment.now(),
                null,
                origin,
                evidence);
    }

    private Compiled compile(ActiveDocument<Segment> active) {
        return compiled.computeIfAbsent(new VersionKey(active.id(), active.version()), _ -> {
            Segment segment = active.document();
            List<Expression> expressions = new ArrayList<>();
            expressions.add(language.compile(segment.subject().scope(), segment.condition(), ValueType.BOOLEAN));
            List<String> names = List.copyOf(segment.namedEvidence().keySet());
            names.forEach(name -> expressions.add(language.compile(
                    segment.subject().scope(), segment.namedEvidence().getOrDefault(name, ""))));
            return new Compiled(
                    expressions.getFirst(),
                    names,
                    SetQuery.withEvidence(segment.subject().scope(), expressions));
        });
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_EVIDENCE_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_EVIDENCE_TEXT)) + "…";
    }
}
