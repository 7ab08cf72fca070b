package dev.minori.simulators.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of an org: its names and fields, system fields included. Field names match without regard to case. */
public final class ObjectType {

    /** The field that leads from a merged record to the one that is left. */
    public static final String MASTER_RECORD = "MasterRecordId";

    /** The field that says of which type a record is. */
    public static final String RECORD_TYPE = "RecordTypeId";

    /** The field that says in which currency a record's amounts are. */
    public static final String CURRENCY = "CurrencyIsoCode";

    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final List<Field> declared;
    private final List<RecordType> recordTypes;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final boolean historical;
    private final boolean createable;
    private final boolean updateable;
    private final boolean deletable;

    /** @param declared fields of the definition file; the system fields are added here */
    @JsonCreator
    public ObjectType(
            @JsonProperty("name") String name,
            @JsonProperty("label") String label,
            @JsonProperty("labelPlural") String labelPlural,
            @JsonProperty("keyPrefix") String keyPrefix,
            @JsonProperty("fields") List<Field> declared,
            @JsonProperty("recordTypes") @Nullable List<RecordType> recordTypes) {
        this(
                name,
                label,
                labelPlural,
                keyPrefix,
                declared,
                recordTypes == null ? List.of() : recordTypes,
                true,
                true,
                true);
    }

    private ObjectType(
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            List<Field> declared,
            List<RecordType> recordTypes,
            boolean createable,
            boolean updateable,
            boolean deletable) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,42}")) {
            throw new IllegalArgumentException("'" + name + "' is not an object name");
        }
        if (!keyPrefix.matches("[0-9A-Za-z]{3}")) {
            throw new IllegalArgumentException(name + ": key prefix '" + keyPrefix + "' is not three characters");
        }
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.declared = List.copyOf(declared);
        this.recordTypes = List.copyOf(recordTypes);
        this.historical = name.endsWith("History")
                && declared.stream().anyMatch(field -> field.name().equals("OldValue"));
        // Users and record types are made by administrators, histories by the service.
        boolean writable = !name.equals("User") && !name.equals(RecordTypes.OBJECT) && !historical;
        this.createable = createable && writable;
        this.updateable = updateable && writable;
        this.deletable = deletable && writable;
        for (Field field : withSystemFields(declared, !recordTypes.isEmpty(), historical)) {
            if (byName.put(field.key(), field) != null) {
                throw new IllegalArgumentException(name + " has field " + field.name() + " twice");
            }
        }
    }

    /** The same object with other fields. */
    public ObjectType with(List<Field> fields) {
        return new ObjectType(
                name, label, labelPlural, keyPrefix, fields, recordTypes, createable, updateable, deletable);
    }

    /** The same object for a user who may do only so much with its records. */
    public ObjectType allowing(boolean create, boolean update, boolean delete) {
        return new ObjectType(name, label, labelPlural, keyPrefix, declared, recordTypes, create, update, delete);
    }

    /** The same object with record types. */
    public ObjectType withRecordTypes(List<RecordType> types) {
        return new ObjectType(name, label, labelPlural, keyPrefix, declared, types, createable, updateable, deletable);
    }

    /** Record types, without the master every object has. */
    @JsonProperty("recordTypes")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<RecordType> recordTypes() {
        return recordTypes;
    }

    /** Whether its records tell of the fields of another object: they are made with it and never change. */
    @JsonIgnore
    public boolean historical() {
        return historical;
    }

    /** Whether records may be created. */
    @JsonIgnore
    public boolean createable() {
        return createable;
    }

    /** Whether records may be changed. */
    @JsonIgnore
    public boolean updateable() {
        return updateable;
    }

    /** Whether records may be deleted. */
    @JsonIgnore
    public boolean deletable() {
        return deletable;
    }

    private static List<Field> withSystemFields(List<Field> declared, boolean typed, boolean historical) {
        List<Field> all = new ArrayList<>();
        all.add(system("Id", "ID", FieldKind.ID));
        all.add(system("IsDeleted", "削除", FieldKind.BOOLEAN));
        all.addAll(declared);
        if (typed) {
            all.add(Field.named(RECORD_TYPE, "レコードタイプ ID", FieldKind.REFERENCE)
                    .to(RecordTypes.OBJECT, RecordTypes.OBJECT)
                    .build());
        }
        all.add(system("CreatedDate", "作成日", FieldKind.DATETIME));
        all.add(user("CreatedById", "作成者 ID", "CreatedBy"));
        if (historical) {
            return all;
        }
        all.add(system("LastModifiedDate", "最終更新日", FieldKind.DATETIME));
        all.add(user("LastModifiedById", "最終更新者 ID", "LastModifiedBy"));
        all.add(system("SystemModstamp", "System Modstamp", FieldKind.DATETIME));
        return all;
    }

    private static Field system(String name, String label, FieldKind kind) {
        return Field.named(name, label, kind).required().readOnly().build();
    }

    private static Field user(String name, String label, String relationship) {
        return Field.named(name, label, FieldKind.REFERENCE)
                .required()
                .readOnly()
                .to("User", relationship)
                .build();
    }

    /** API name, such as {@code DailyUsage__c}. */
    @JsonProperty("name")
    public String name() {
        return name;
    }

    /** Label in the org's language. */
    @JsonProperty("label")
    public String label() {
        return label;
    }

    /** Plural label. */
    @JsonProperty("labelPlural")
    public String labelPlural() {
        return labelPlural;
    }

    /** The first three characters of every id of this object. */
    @JsonProperty("keyPrefix")
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Fields as declared, without system fields: what is stored as the definition. */
    @JsonProperty("fields")
    public List<Field> declared() {
        return declared;
    }

    /** All fields in describe order. */
    @JsonIgnore
    public List<Field> fields() {
        return List.copyOf(byName.values());
    }

    /** A field by name, without regard to case. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName.toLowerCase(Locale.ROOT)));
    }

    /** The reference that a relationship name walks along. */
    public Optional<Field> relationship(String relationshipName) {
        return byName.values().stream()
                .filter(field -> relationshipName.equalsIgnoreCase(field.relationshipName()))
                .findFirst();
    }

    /** Whether two records can become one: the one that is gone keeps the way to the one that is left. */
    @JsonIgnore
    public boolean mergeable() {
        return field(MASTER_RECORD).isPresent();
    }

    /** Custom objects end in {@code __c}. */
    @JsonIgnore
    public boolean custom() {
        return name.endsWith("__c");
    }
}
