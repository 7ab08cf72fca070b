package dev.minori.sync.schema.rest;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.schema.Effects.Effect;
import dev.minori.sync.schema.FieldChange;
import dev.minori.sync.schema.SchemaChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a source changed, as JSON.
 *
 * @param kind added, removed, retyped, made-required or access-lost
 * @param before its type before, as the source calls it; null if it is new
 * @param after its type now; null if it is gone
 * @param effects published mappings that use the field
 */
public record SchemaChangeView(
        UUID id,
        String object,
        String kind,
        String field,
        String label,
        @Nullable String before,
        @Nullable String after,
        Instant seenAt,
        MessageView message,
        List<EffectView> effects) {

    /** A sentence in both languages. */
    public record MessageView(String ja, String en) {}

    /**
     * @param uses target fields that the field fills; customerLink, effectiveDate or filter where it is used there
     */
    public record EffectView(UUID mappingId, String mappingName, List<String> uses) {}

    static SchemaChangeView of(SchemaChange change, List<Effect> effects) {
        FieldChange field = change.change();
        Wording message = message(field, effects);
        return new SchemaChangeView(
                change.id(),
                change.objectName(),
                field.kind().wireName(),
                field.field(),
                field.label(),
                field.before(),
                field.after(),
                change.seenAt(),
                new MessageView(message.ja(), message.en()),
                effects.stream()
                        .map(effect -> new EffectView(effect.mappingId(), effect.mappingName(), effect.uses()))
                        .toList());
    }

    private static Wording message(FieldChange change, List<Effect> effects) {
        Wording what = switch (change.kind()) {
            case ADDED -> new Wording("が追加されました", "was added");
            case REMOVED -> new Wording("が削除されたか、見えなくなりました", "was removed or can no longer be seen");
            case RETYPED ->
                new Wording(
                        "の型が" + change.before() + "から" + change.after() + "に変わりました",
                        "changed its type from " + change.before() + " to " + change.after());
            case MADE_REQUIRED -> new Wording("が必須になりました", "became required");
            case ACCESS_LOST -> new Wording("を読む権限がなくなりました", "can no longer be read");
        };
        String ja = effects.isEmpty()
                ? "影響なし"
                : effects.stream()
                        .map(effect -> effect.mappingName() + "(" + String.join("、", effect.uses()) + ")")
                        .collect(Collectors.joining("、"));
        String en = effects.isEmpty()
                ? "no mapping uses it"
                : effects.stream()
                        .map(effect -> effect.mappingName() + " (" + String.join(", ", effect.uses()) + ")")
                        .collect(Collectors.joining(", "));
        return new Wording(
                "「" + change.label() + "」" + what.ja() + "。影響: " + ja,
                change.label() + " " + what.en() + ". Affected: " + en);
    }
}
