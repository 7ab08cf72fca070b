package dev.minori.simulators.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** A field's type: its name in describe, its SOAP type and the column type that stores it. */
public enum FieldKind {
    ID("id", "tns:ID", "text collate \"C\"", Family.TEXT),
    REFERENCE("reference", "tns:ID", "text collate \"C\"", Family.TEXT),
    STRING("string", "xsd:string", "text", Family.TEXT),
    TEXTAREA("textarea", "xsd:string", "text", Family.TEXT),
    EMAIL("email", "xsd:string", "text", Family.TEXT),
    PHONE("phone", "xsd:string", "text", Family.TEXT),
    URL("url", "xsd:string", "text", Family.TEXT),
    PICKLIST("picklist", "xsd:string", "text", Family.TEXT),
    MULTIPICKLIST("multipicklist", "xsd:string", "text", Family.TEXT),
    BOOLEAN("boolean", "xsd:boolean", "boolean", Family.BOOLEAN),
    INT("int", "xsd:int", "integer", Family.NUMBER),
    DOUBLE("double", "xsd:double", "numeric", Family.NUMBER),
    CURRENCY("currency", "xsd:double", "numeric", Family.NUMBER),
    PERCENT("percent", "xsd:double", "numeric", Family.NUMBER),
    DATE("date", "xsd:date", "date", Family.DATE),
    DATETIME("datetime", "xsd:dateTime", "timestamptz", Family.DATETIME),
    /** Compound: made of other fields, has no column. */
    ADDRESS("address", "urn:address", "", Family.COMPOUND);

    private final String apiName;
    private final String soapType;
    private final String columnType;
    private final Family family;

    FieldKind(String apiName, String soapType, String columnType, Family family) {
        this.apiName = apiName;
        this.soapType = soapType;
        this.columnType = columnType;
        this.family = family;
    }

    /** The name used in describe documents and definition files. */
    @JsonValue
    public String apiName() {
        return apiName;
    }

    /** The type name in describe's {@code soapType}. */
    public String soapType() {
        return soapType;
    }

    /** The PostgreSQL column type. */
    public String columnType() {
        return columnType;
    }

    /** Which values compare with it. */
    public Family family() {
        return family;
    }

    /** The kind of that describe name. */
    @JsonCreator
    public static FieldKind of(String apiName) {
        return Arrays.stream(values())
                .filter(kind -> kind.apiName.equals(apiName.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown field type '" + apiName + "'"));
    }

    /** Kinds whose values compare with each other. */
    public enum Family {
        TEXT,
        BOOLEAN,
        NUMBER,
        DATE,
        DATETIME,
        COMPOUND
    }
}
