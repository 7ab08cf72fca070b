package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with an app, its records and its fields. In each list the first entry that fits counts, and who fits
 * none may nothing; a list that is null or a record or field that none of it speaks of is open to everybody. Source:
 * kintone developer documentation, "App Permissions", "Record Permissions", "Field Permissions".
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Permissions(
        @Nullable List<AppRight> app,
        @Nullable List<RecordRule> records,
        @Nullable List<FieldRule> fields) {

    /** Nobody is kept from anything. */
    public static final Permissions NONE = new Permissions(null, null, null);

    /** Rights on all of the app. */
    public record AppRight(
            Entity entity,
            boolean appEditable,
            boolean recordViewable,
            boolean recordAddable,
            boolean recordEditable,
            boolean recordDeletable) {}

    /**
     * Rights on the records that meet a condition; the first rule whose condition a record meets counts for it.
     *
     * @param filterCond a condition of the query language, empty for every record
     */
    public record RecordRule(String filterCond, List<RecordRight> entities) {
        public RecordRule {
            entities = List.copyOf(entities);
        }
    }

    /** What somebody may do with the records of a rule. */
    public record RecordRight(Entity entity, boolean viewable, boolean editable, boolean deletable) {}

    /** Rights on one field. */
    public record FieldRule(String code, List<FieldRight> entities) {
        public FieldRule {
            entities = List.copyOf(entities);
        }
    }

    /** What somebody may do with a field. */
    public record FieldRight(Entity entity, Accessibility accessibility) {}

    /** Access to a field. */
    public enum Accessibility {
        READ,
        WRITE,
        NONE
    }

    /** Rules on records; empty when there are none. */
    public List<RecordRule> recordRules() {
        return records == null ? List.of() : records;
    }

    /** Rules on fields; empty when there are none. */
    public List<FieldRule> fieldRules() {
        return fields == null ? List.of() : fields;
    }
}
