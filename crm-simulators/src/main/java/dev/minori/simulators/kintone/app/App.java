package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An app: its definition and where it is stored. Field codes are case-sensitive; columns are numbered, because codes may be long. */
public final class App {

    /** The field that holds a record's status. */
    public static final AppField STATUS = AppField.system("ステータス", FieldType.STATUS);

    /** The field that holds who has to act. */
    public static final AppField STATUS_ASSIGNEE = AppField.system("作業者", FieldType.STATUS_ASSIGNEE);

    private final AppDefinition definition;
    private final Map<String, AppField> byCode = new LinkedHashMap<>();
    private final Map<String, AppField> rowFieldTable = new LinkedHashMap<>();
    private final Map<String, AppField> rowFields = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Set<String> copied = new HashSet<>();
    private final Formulas formulas;

    /** Refuses a definition that cannot work. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public App(AppDefinition definition) {
        this.definition = definition;
        int number = 0;
        for (AppField field : withSystemFields(definition)) {
            if (byCode.put(field.code(), field) != null) {
                throw new IllegalArgumentException("app " + definition.id() + " has field " + field.code() + " twice");
            }
            if (!field.type().system()) {
                columns.put(field.code(), "f" + ++number);
            }
            Lookup lookup = field.lookup();
            if (lookup != null) {
                copied.addAll(lookup.copies().keySet());
            }
            for (AppField inner : field.columns()) {
                rowFieldTable.put(inner.code(), field);
                rowFields.put(inner.code(), inner);
            }
        }
        this.formulas = Formulas.of(this);
    }

    private static List<AppField> withSystemFields(AppDefinition definition) {
        List<AppField> all = new ArrayList<>();
        all.add(AppField.system("レコード番号", FieldType.RECORD_NUMBER));
        all.addAll(definition.fields());
        all.add(AppField.system("作成者", FieldType.CREATOR));
        all.add(AppField.system("作成日時", FieldType.CREATED_TIME));
        all.add(AppField.system("更新者", FieldType.MODIFIER));
        all.add(AppField.system("更新日時", FieldType.UPDATED_TIME));
        if (definition.process() != null) {
            all.add(STATUS);
            all.add(STATUS_ASSIGNEE);
        }
        return all;
    }

    /** What is stored of it. */
    @JsonValue
    public AppDefinition definition() {
        return definition;
    }

    /** The app id. */
    public int id() {
        return definition.id();
    }

    /** The app's name. */
    public String name() {
        return definition.name();
    }

    /** The app code; may be empty. */
    public String code() {
        return definition.code();
    }

    /** The app's description. */
    public String description() {
        return definition.description();
    }

    /** The guest space it lives in; 0 for none. */
    public int guestSpace() {
        Integer space = definition.guestSpace();
        return space == null ? 0 : space;
    }

    /** How exact its numbers are. */
    public NumberPrecision precision() {
        NumberPrecision own = definition.numberPrecision();
        return own == null ? NumberPrecision.USUAL : own;
    }

    /** Its process management; empty when that is off. */
    public Optional<ProcessManagement> process() {
        return Optional.ofNullable(definition.process());
    }

    /** Who may do what. */
    public Permissions permissions() {
        Permissions own = definition.permissions();
        return own == null ? Permissions.NONE : own;
    }

    /** Where its changes are told. */
    public List<Webhook> webhooks() {
        List<Webhook> own = definition.webhooks();
        return own == null ? List.of() : own;
    }

    /** Its calculated fields. */
    public Formulas formulas() {
        return formulas;
    }

    /** Whether a lookup gives a field its value, whatever callers give. */
    public boolean filledByLookup(AppField field) {
        return copied.contains(field.code());
    }

    /** All fields, system fields included. */
    public List<AppField> fields() {
        return List.copyOf(byCode.values());
    }

    /** A field of the record itself. */
    public Optional<AppField> field(String fieldCode) {
        return Optional.ofNullable(byCode.get(fieldCode));
    }

    /** A field of a table's rows; queries address it by its bare code. */
    public Optional<AppField> rowField(String fieldCode) {
        return Optional.ofNullable(rowFields.get(fieldCode));
    }

    /** The table a row field belongs to. */
    public Optional<AppField> tableOf(String fieldCode) {
        return Optional.ofNullable(rowFieldTable.get(fieldCode));
    }

    /** The column that stores a field. */
    public String column(AppField field) {
        String column = columns.get(field.code());
        if (column == null) {
            throw new IllegalArgumentException(field.code() + " has no column");
        }
        return column;
    }

    /** The database table of the records. */
    public String table() {
        return "kintone.app_" + id();
    }

    /** The record number as records show it. */
    public String recordNumber(long recordId) {
        return code().isEmpty() ? String.valueOf(recordId) : code() + "-" + recordId;
    }
}
