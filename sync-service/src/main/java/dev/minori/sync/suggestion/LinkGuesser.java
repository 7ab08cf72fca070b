package dev.minori.sync.suggestion;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how records tell which customer they belong to: by what is in them first, by names last. */
final class LinkGuesser {
    private static final Words NAMES = Words.read("/suggestion/names.properties");
    private static final Words OBJECTS = Words.read("/suggestion/objects.properties");
    private static final String CODE = "customer.customerCode";
    private static final double MOST_KNOWN = 0.5;

    private final SourceSchema source;
    private final Samples samples;
    private final Set<String> customerObjects;
    private final Set<String> knownCodes;

    /**
     * @param customerObjects objects of the connection that customers come from
     * @param knownCodes those texts of the samples that are codes of customers
     */
    LinkGuesser(SourceSchema source, Samples samples, Set<String> customerObjects, Set<String> knownCodes) {
        this.source = source;
        this.samples = samples;
        this.customerObjects = customerObjects;
        this.knownCodes = knownCodes;
    }

    /** @param link null if nothing was found */
    record Linked(@Nullable CustomerLink link, Wording reason) {}

    Linked link(Dataset dataset) {
        if (dataset == Dataset.CUSTOMER) {
            return new Linked(new CustomerLink.Self(), new Wording("レコードそのものが顧客です。", "The record is the customer."));
        }
        return bySamples()
                .or(this::byReference)
                .or(this::byName)
                .orElseGet(() -> new Linked(
                        null,
                        new Wording(
                                "どの顧客のレコードかを示す項目が見つかりません。顧客のIDか顧客コードの項目を選んでください。",
                                "No field was found that names the customer: choose one with its id or its code.")));
    }

    /** A field whose texts are codes of customers that are known already. */
    private Optional<Linked> bySamples() {
        return source.fields().stream()
                .filter(field -> field.readable() && field.type() == SourceType.TEXT)
                .filter(field -> samples.filled(field.code()) > 0)
                .filter(field -> share(field) >= MOST_KNOWN)
                .max(Comparator.comparingDouble(this::share))
                .map(field -> new Linked(
                        new CustomerLink.CustomerCode(field.code()),
                        new Wording(
                                "「" + field.label() + "」の値の" + Math.round(share(field) * 100)
                                        + "%が、取り込み済みの顧客コードと一致します。",
                                Math.round(share(field) * 100) + "% of the values of " + field.label()
                                        + " are codes of customers.")));
    }

    private double share(SourceField field) {
        List<String> texts = samples.texts(field.code());
        return texts.isEmpty()
                ? 0
                : (double) texts.stream().filter(knownCodes::contains).count() / texts.size();
    }

    /** A reference to an object that customers come from, or that is called as such objects are. */
    private Optional<Linked> byReference() {
        return source.fields().stream()
                .filter(field -> field.readable() && field.role() == FieldRole.REFERENCE)
                .filter(field -> field.type() == SourceType.TEXT && !looksUp())
                .filter(field -> field.referenceTo() != null && isCustomers(field.referenceTo()))
                .min(Comparator.comparingInt((SourceField field) -> field.custom() ? 1 : 0))
                .map(field -> new Linked(
                        new CustomerLink.SourceRecord(field.code(), String.valueOf(field.referenceTo())),
                        new Wording(
                                "「" + field.label() + "」は" + field.referenceTo() + "を参照しています。",
                                field.label() + " refers to " + field.referenceTo() + ".")));
    }

    /** kintone copies the value of the field that is looked up; it is no id of a record. */
    private boolean looksUp() {
        return source.keyField().equals("$id");
    }

    private boolean isCustomers(String object) {
        return customerObjects.contains(object)
                || (customerObjects.isEmpty() && OBJECTS.nearness(Dataset.CUSTOMER.wireName(), object) == 1);
    }

    private Optional<Linked> byName() {
        return source.fields().stream()
                .filter(SourceField::readable)
                .filter(field -> field.type() == SourceType.TEXT || field.type() == SourceType.NUMBER)
                .filter(field -> nearness(field) > 0.5)
                .max(Comparator.comparingDouble(LinkGuesser::nearness))
                .map(field -> new Linked(
                        new CustomerLink.CustomerCode(field.code()),
                        new Wording(
                                "「" + field.label() + "」は顧客コードを表す名前です。",
                                field.label() + " is a name of customer codes.")));
    }

    private static double nearness(SourceField field) {
        return Math.max(NAMES.nearness(CODE, field.code()), NAMES.nearness(CODE, field.label()));
    }
}
