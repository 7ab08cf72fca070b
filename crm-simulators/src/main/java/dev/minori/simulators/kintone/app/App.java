package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An app: its name and fields. Field codes are case-sensitive; columns are numbered, because codes may be long. */
public final class App {

    private final int id;
    private final String name;
    private final String code;
    private final String description;
    private final List<AppField> declared;
    private final Map<String, AppField> byCode = new LinkedHashMap<>();
    private final Map<String, AppField> rowFieldTable = new LinkedHashMap<>();
    private final Map<String, AppField> rowFields = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    /**
     * @param code the app's code, empty for none; with one, record numbers become {@code CODE-1}
     * @param declared fields as defined; the system fields are added here
     */
    public App(
            @JsonProperty("id") int id,
            @JsonProperty("name") String name,
            @JsonProperty("code") String code,
            @JsonProperty("description") String description,
            @JsonProperty("fields") List<AppField> declared) {
        this.id = id;
        this.name = name;
        this.code = code;
        this.description = description;
        this.declared = List.copyOf(declared);
        int number = 0;
        for (AppField field : withSystemFields(declared)) {
            if (byCode.put(field.code(), field) != null) {
                throw new IllegalArgumentException("app " + id + " has field " + field.code() + " twice");
            }
            if (!field.type().system()) {
                columns.put(field.code(), "f" + ++number);
            }
            for (AppField inner : field.columns()) {
                rowFieldTable.put(inner.code(), field);
                rowFields.put(inner.code(), inner);
            }
        }
    }

    private static List<AppField> withSystemFields(List<AppField> declared) {
        List<AppField> all = new ArrayList<>();
        all.add(AppField.system("レコード番号", FieldType.RECORD_NUMBER));
        all.addAll(declared);
        all.add(AppField.system("作成者", FieldType.CREATOR));
        all.add(AppField.system("作成日時", FieldType.CREATED_TIME));
        all.add(AppField.system("更新者", FieldType.MODIFIER));
        all.add(AppField.system("更新日時", FieldType.UPDATED_TIME));
        return all;
    }

    /** The app id. */
    @JsonProperty("id")
    public int id() {
        return id;
    }

    /** The app's name. */
    @JsonProperty("name")
    public String name() {
        return name;
    }

    /** The app code; may be empty. */
    @JsonProperty("code")
    public String code() {
        return code;
    }

    /** The app's description. */
    @JsonProperty("description")
    public String description() {
        return description;
    }

    /** Fields as defined: what is stored. */
    @JsonProperty("fields")
    public List<AppField> declared() {
        return declared;
    }

    /** All fields, system fields included. */
    @JsonIgnore
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
    @JsonIgnore
    public String table() {
        return "kintone.app_" + id;
    }

    /** The record number as records show it. */
    public String recordNumber(long recordId) {
        return code.isEmpty() ? String.valueOf(recordId) : code + "-" + recordId;
    }
}
