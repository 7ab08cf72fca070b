package dev.minori.sync.check.rest;

import dev.minori.sync.check.CheckResult;
import dev.minori.sync.check.CheckedObject;
import dev.minori.sync.check.CheckedObject.CheckedField;
import dev.minori.sync.check.FieldVerdict;
import dev.minori.sync.source.ApiAllowance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a source would mean, as JSON.
 *
 * @param writes names of what would be written at the source: always empty, nothing is
 * @param missing permissions that the connection's user lacks for what ready-made mappings read
 * @param callsPerDay calls that reading all of it every five minutes would take
 * @param dailyLimit calls a day that the source allows, to everybody together; null if it does not tell
 * @param percentOfLimit calls a day as a share of that
 * @param permissionSet metadata to deploy at Salesforce, so that the user can read all of it and nothing more; null elsewhere
 * @param callsMade calls that this check itself took
 */
public record CheckView(
        List<ObjectView> objects,
        List<String> writes,
        List<MissingView> missing,
        long callsPerDay,
        @Nullable Long dailyLimit,
        @Nullable Double percentOfLimit,
        @Nullable String permissionSet,
        long callsMade) {

    /**
     * @param visible whether the connection's user can see the object at all
     * @param excludedFields what a mapping should exclude to begin with, to be put into its {@code excludedFields}
     */
    public record ObjectView(
            String name,
            @Nullable String label,
            boolean visible,
            long records,
            long callsPerDay,
            List<FieldView> fields,
            List<String> excludedFields) {}

    /** @param verdict read, personal, secret or unreadable; only the first is read */
    public record FieldView(String code, String label, String type, boolean read, String verdict) {}

    /** @param field null if the whole object is meant */
    public record MissingView(String object, @Nullable String field, String ja, String en) {}

    static CheckView of(CheckResult result) {
        ApiAllowance allowance = result.allowance();
        return new CheckView(
                result.objects().stream().map(CheckView::view).toList(),
                List.of(),
                result.objects().stream()
                        .flatMap(object -> missing(object).stream())
                        .toList(),
                result.callsPerDay(),
                allowance == null ? null : allowance.limit(),
                allowance == null || allowance.limit() == 0
                        ? null
                        : Math.round(result.callsPerDay() * 1000.0 / allowance.limit()) / 10.0,
                result.permissionSet(),
                result.callsMade());
    }

    private static ObjectView view(CheckedObject object) {
        return new ObjectView(
                object.name(),
                object.label(),
                object.visible(),
                object.records(),
                object.callsPerDay(),
                object.fields().stream().map(CheckView::view).toList(),
                object.excluded());
    }

    private static FieldView view(CheckedField field) {
        return new FieldView(
                field.field().code(),
                field.field().label(),
                field.field().nativeType(),
                field.verdict() == FieldVerdict.READ,
                field.verdict().wireName());
    }

    private static List<MissingView> missing(CheckedObject object) {
        List<MissingView> missing = new ArrayList<>();
        if (!object.visible()) {
            missing.add(new MissingView(
                    object.name(),
                    null,
                    object.name() + " を参照する権限がないか、オブジェクトがありません。",
                    object.name() + " cannot be read: the permission is missing, or there is no such object."));
            return missing;
        }
        object.missingFields()
                .forEach(field -> missing.add(new MissingView(
                        object.name(),
                        field,
                        object.name() + " の項目 " + field + " を参照する権限がないか、項目がありません。",
                        "Field " + field + " of " + object.name()
                                + " cannot be read: the permission is missing, or there is no such field.")));
        return missing;
    }
}
