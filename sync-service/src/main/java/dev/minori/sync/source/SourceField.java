package dev.minori.sync.source;

import org.jspecify.annotations.Nullable;

/**
 * One field of a source object.
 *
 * @param code the name the source's API uses, any script: {@code 会社名}, {@code Phase__c}
 * @param label the name on the source's screens
 * @param nativeType the type as the source calls it, for example {@code currency}
 * @param readable whether the connection's user can read it and we can select it
 * @param personal whether it looks like it tells of a person: a guess for the screen, decided by people
 * @param referenceTo the object a reference points to
 * @param required whether the source refuses a record without it
 */
public record SourceField(
        String code,
        String label,
        SourceType type,
        String nativeType,
        FieldRole role,
        boolean custom,
        boolean readable,
        boolean personal,
        @Nullable String referenceTo,
        boolean required) {

    /** A field that the source does not insist on. */
    public SourceField(
            String code,
            String label,
            SourceType type,
            String nativeType,
            FieldRole role,
            boolean custom,
            boolean readable,
            boolean personal,
            @Nullable String referenceTo) {
        this(code, label, type, nativeType, role, custom, readable, personal, referenceTo, false);
    }
}
