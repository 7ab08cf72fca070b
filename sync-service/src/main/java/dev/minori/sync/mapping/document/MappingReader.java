package dev.minori.sync.mapping.document;

import dev.minori.events.fact.Dataset;
import dev.minori.sync.mapping.Conversion;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.DeletePolicy;
import dev.minori.sync.mapping.FailurePolicy;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.LastDayRule;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.Period;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from JSON, whichever way it was spelled. */
final class MappingReader {
    private static final FieldSource NOTHING = new FieldSource.Constant("");

    private MappingReader() {}

    static MappingDocument read(JsonReader json) {
        json.allowing(
                "name",
                "connection",
                "object",
                "filter",
                "dataset",
                "key",
                "customerLink",
                "fields",
                "lastDayRules",
                "effectiveDate",
                "schedule",
                "deletePolicy",
                "excludedFields");
        return new MappingDocument(
                json.text("name"),
                json.text("connection"),
                json.text("object"),
                json.findText("filter"),
                dataset(json),
                json.findText("key"),
                link(json),
                json.objects("fields").stream().map(MappingReader::field).toList(),
                lastDayRules(json),
                json.findText("effectiveDate"),
                schedule(json),
                oneOf(json, "deletePolicy", DeletePolicy.values(), DeletePolicy::wireName, DeletePolicy.REMOVE),
                new HashSet<>(json.texts("excludedFields")));
    }

    private static Dataset dataset(JsonReader json) {
        if (!json.has("dataset")) {
            json.text("dataset");
            return Dataset.CUSTOMER;
        }
        return oneOf(json, "dataset", Dataset.values(), Dataset::wireName, Dataset.CUSTOMER);
    }

    private static CustomerLink link(JsonReader json) {
        if (!json.has("customerLink") || "self".equals(json.findRaw("customerLink"))) {
            return new CustomerLink.Self();
        }
        JsonReader link = json.object("customerLink").allowing("self", "sourceRecord", "customerCode");
        if (link.has("sourceRecord")) {
            JsonReader source = link.object("sourceRecord").allowing("field", "object");
            return new CustomerLink.SourceRecord(source.text("field"), source.text("object"));
        }
        if (link.has("customerCode")) {
            return new CustomerLink.CustomerCode(
                    link.object("customerCode").allowing("field").text("field"));
        }
        return new CustomerLink.Self();
    }

    private static FieldMapping field(JsonReader json) {
        json.allowing("target", "from", "default", "onFailure");
        String target = json.text("target");
        JsonReader from = json.object("from")
                .allowing("copy", "constant", "valueMap", "firstNonEmpty", "join", "convert", "money", "cel");
        return new FieldMapping(
                target,
                source(from),
                json.findText("default"),
                oneOf(json, "onFailure", FailurePolicy.values(), FailurePolicy::wireName, FailurePolicy.REJECT));
    }

    private static FieldSource source(JsonReader from) {
        if (from.has("copy")) {
            return new FieldSource.Copy(from.text("copy"));
        }
        if (from.has("constant")) {
            return new FieldSource.Constant(from.text("constant"));
        }
        if (from.has("valueMap")) {
            JsonReader map = from.object("valueMap").allowing("field", "map", "otherwise");
            return new FieldSource.ValueMap(map.text("field"), map.map("map"), map.findText("otherwise"));
        }
        if (from.has("firstNonEmpty")) {
            return new FieldSource.FirstNonEmpty(from.texts("firstNonEmpty"));
        }
        if (from.has("join")) {
            JsonReader join = from.object("join").allowing("fields", "separator");
            String separator = join.findRaw("separator");
            return new FieldSource.Join(join.texts("fields"), separator == null ? " " : separator);
        }
        if (from.has("convert")) {
            JsonReader convert = from.object("convert").allowing("field", "as", "pattern", "times");
            return new FieldSource.Convert(
                    convert.text("field"),
                    oneOf(convert, "as", Conversion.values(), Conversion::wireName, Conversion.TEXT),
                    convert.findText("pattern"),
                    convert.findNumber("times"));
        }
        if (from.has("money")) {
            JsonReader money = from.object("money").allowing("field", "currency", "currencyField", "per", "times");
            return new FieldSource.Money(
                    money.text("field"),
                    money.findText("currency"),
                    money.findText("currencyField"),
                    oneOf(money, "per", Period.values(), Period::wireName, Period.MONTH),
                    money.findNumber("times"));
        }
        if (from.has("cel")) {
            return new FieldSource.Cel(from.text("cel"));
        }
        from.error("", "required", "値の取り方を1つ指定してください。", "Say where the value comes from.");
        return NOTHING;
    }

    private static Map<String, LastDayRule> lastDayRules(JsonReader json) {
        Map<String, LastDayRule> rules = new HashMap<>();
        JsonReader object = json.object("lastDayRules");
        json.map("lastDayRules")
                .keySet()
                .forEach(target -> rules.put(
                        target,
                        oneOf(object, target, LastDayRule.values(), LastDayRule::wireName, LastDayRule.LAST_DAY)));
        return rules;
    }

    private static Duration schedule(JsonReader json) {
        String text = json.findText("schedule");
        if (text == null) {
            return MappingDocument.DEFAULT_SCHEDULE;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            json.error("/schedule", "not-a-duration", "PT5Mのような期間で指定してください。", "A duration such as PT5M is needed.");
            return MappingDocument.DEFAULT_SCHEDULE;
        }
    }

    private static <T> T oneOf(JsonReader json, String name, T[] values, Function<T, String> wireName, T otherwise) {
        @Nullable String text = json.findText(name);
        if (text == null) {
            return otherwise;
        }
        List<T> all = Arrays.asList(values);
        return all.stream()
                .filter(value -> wireName.apply(value).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    String names = String.join(", ", all.stream().map(wireName).toList());
                    json.error("/" + name, "unknown-value", "次のいずれかです: " + names, "One of " + names + ".");
                    return otherwise;
                });
    }
}
