package dev.minori.sync.mapping;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.FieldError;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a mapping against the source as described and the target's schema; every mistake at its place. */
public final class MappingValidator {
    private static final Duration SHORTEST_SCHEDULE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SCHEDULE = Duration.ofDays(31);

    private final MappingDocument document;
    private final SourceSchema source;
    private final TargetSchema target;
    private final Mistakes mistakes;
    private final FieldSourceCheck fields;

    private MappingValidator(MappingDocument document, SourceSchema source) {
        this.document = document;
        this.source = source;
        this.target = TargetSchema.of(document.dataset());
        this.mistakes = new Mistakes(document, source);
        this.fields = new FieldSourceCheck(source, mistakes);
    }

    /** All mistakes; none means that the mapping can run. */
    public static List<FieldError> check(MappingDocument document, SourceSchema source) {
        MappingValidator validator =
                new MappingValidator(document, new TableColumns(document, source).schema(document));
        validator.checkAll();
        return validator.mistakes.all();
    }

    private void checkAll() {
        checkTargets();
        checkCustomerLink();
        checkEffectiveDate();
        if (document.key() != null && !document.key().equals(source.keyField())) {
            mistakes.error(
                    "/key",
                    "unsupported-key",
                    "キーには連携元のID(" + source.keyField() + ")だけを使えます。",
                    "The key is the source's own id, " + source.keyField() + ".");
        }
        if (source.changeField() == null) {
            mistakes.error("/object", "no-change-stamp", "更新日時の項目がないため差分を読めません。", "The object has no change stamp.");
        }
        if (document.schedule().compareTo(SHORTEST_SCHEDULE) < 0
                || document.schedule().compareTo(LONGEST_SCHEDULE) > 0) {
            mistakes.error("/schedule", "out-of-range", "間隔はPT1SからP31Dまでです。", "The schedule is from PT1S to P31D.");
        }
        document.lastDayRules().keySet().forEach(name -> {
            if (target.field(name).filter(TargetSchema.Field::exclusiveEnd).isEmpty()) {
                mistakes.error(
                        "/lastDayRules/" + name,
                        "not-an-end-date",
                        "「" + name + "」は終了日の項目ではありません。",
                        name + " is no end date of this dataset.");
            }
        });
    }

    private void checkTargets() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < document.fields().size(); i++) {
            FieldMapping mapping = document.fields().get(i);
            String at = "/fields/" + i;
            TargetSchema.Field field = target.field(mapping.target()).orElse(null);
            if (field == null) {
                mistakes.error(
                        at + "/target",
                        "unknown-target",
                        document.dataset().japanese() + "に「" + mapping.target() + "」という項目はありません。",
                        document.dataset().english() + " has no field " + mapping.target() + ".");
                continue;
            }
            if (!seen.add(mapping.target())) {
                mistakes.error(at + "/target", "duplicate-target", "同じ項目が2回あります。", "The field is mapped twice.");
            }
            fields.check(mapping.from(), field, at + "/from");
            fields.checkExceptions(mapping, field, at);
        }
        target.fields().stream()
                .filter(TargetSchema.Field::required)
                .filter(field -> !seen.contains(field.name()))
                .forEach(field -> mistakes.error(
                        "/fields",
                        "required-target",
                        "必須の項目「" + field.japanese() + "」(" + field.name() + ")がありません。",
                        "The required field " + field.name() + " is not mapped."));
    }

    private void checkCustomerLink() {
        boolean isCustomer = document.dataset() == Dataset.CUSTOMER;
        switch (document.customerLink()) {
            case CustomerLink.Self() -> {
                if (!isCustomer) {
                    mistakes.error(
                            "/customerLink",
                            "link-expected",
                            "どの顧客のレコードかを sourceRecord か customerCode で指定してください。",
                            "Say which customer a record belongs to with sourceRecord or customerCode.");
                }
            }
            case CustomerLink.SourceRecord(String field, String _) ->
                linked(field, "/customerLink/sourceRecord", isCustomer);
            case CustomerLink.CustomerCode(String field) -> linked(field, "/customerLink/customerCode", isCustomer);
        }
    }

    private void linked(String field, String at, boolean isCustomer) {
        mistakes.known(field, at + "/field");
        if (isCustomer) {
            mistakes.error(
                    "/customerLink",
                    "self-expected",
                    "顧客(企業)のレコードは self です。",
                    "A record of a customer links to itself.");
        }
    }

    private void checkEffectiveDate() {
        if (document.effectiveDate() == null) {
            return;
        }
        SourceField field = mistakes.known(document.effectiveDate(), "/effectiveDate");
        if (field != null && field.type() != SourceType.DAY && field.type() != SourceType.MOMENT) {
            mistakes.error(
                    "/effectiveDate", "wrong-kind", "日付か日時の項目を指定してください。", "A date or a date and time is needed.");
        }
    }
}
