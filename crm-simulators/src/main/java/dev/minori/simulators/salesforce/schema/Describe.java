package dev.minori.simulators.salesforce.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describe documents with every attribute of the real ones, so that clients with strict bindings read them.
 * Source: REST API Developer Guide, resources {@code /sobjects} and {@code /sobjects/{object}/describe}.
 */
public final class Describe {

    private static final String MASTER_ID = "012000000000000AAA";

    private Describe() {}

    /** The document of {@code GET /sobjects}. */
    public static Map<String, Object> global(OrgSchema schema, String dataRoot) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("encoding", "UTF-8");
        document.put("maxBatchSize", 200);
        document.put(
                "sobjects",
                schema.objects().stream()
                        .map(object -> summary(object, dataRoot, false))
                        .toList());
        return document;
    }

    /** The short form of an object, as the global list and {@code GET /sobjects/{object}} show it. */
    public static Map<String, Object> summary(ObjectType object, String dataRoot, boolean full) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("activateable", false);
        document.put("associateEntityType", null);
        document.put("associateParentEntity", null);
        document.put("createable", object.createable());
        document.put("custom", object.custom());
        document.put("customSetting", false);
        document.put("deepCloneable", false);
        document.put("deletable", object.deletable());
        document.put("deprecatedAndHidden", false);
        document.put("feedEnabled", false);
        document.put("hasSubtypes", false);
        document.put("isInterface", false);
        document.put("isSubtype", false);
        document.put("keyPrefix", object.keyPrefix());
        document.put("label", object.label());
        document.put("labelPlural", object.labelPlural());
        document.put("layoutable", true);
        document.put("mergeable", object.mergeable());
        document.put("mruEnabled", true);
        document.put("name", object.name());
        document.put("queryable", true);
        document.put("replicateable", !object.historical());
        document.put("retrieveable", true);
        document.put("searchable", false);
        document.put("triggerable", true);
        document.put("undeletable", object.deletable());
        document.put("updateable", object.updateable());
        document.put("urls", urls(object, dataRoot, full));
        return document;
    }

    private static Map<String, Object> urls(ObjectType object, String dataRoot, boolean full) {
        String root = dataRoot + "/sobjects/" + object.name();
        Map<String, Object> urls = new LinkedHashMap<>();
        urls.put("rowTemplate", root + "/{ID}");
        urls.put("describe", root + "/describe");
        urls.put("sobject", root);
        if (full) {
            urls.put("uiDetailTemplate", "/{ID}");
        }
        return urls;
    }

    /** The document of {@code GET /sobjects/{object}/describe}. */
    public static Map<String, Object> object(OrgSchema schema, ObjectType object, String dataRoot) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("actionOverrides", List.of());
        document.put("childRelationships", childRelationships(schema, object));
        document.put("compactLayoutable", true);
        document.put("defaultImplementation", null);
        document.put("extendedBy", null);
        document.put("extendsInterfaces", null);
        document.put("fields", object.fields().stream().map(Describe::field).toList());
        document.put("implementedBy", null);
        document.put("implementsInterfaces", null);
        document.put("listviewable", null);
        document.put("lookupLayoutable", null);
        document.put("namedLayoutInfos", List.of());
        document.put("networkScopeFieldName", null);
        document.put("recordTypeInfos", recordTypes(object, dataRoot));
        document.put("searchLayoutable", true);
        document.put("sobjectDescribeOption", "FULL");
        document.put("supportedScopes", List.of(Map.of("label", "すべての" + object.labelPlural(), "name", "everything")));
        document.putAll(summary(object, dataRoot, true));
        return document;
    }

    private static List<Map<String, Object>> childRelationships(OrgSchema schema, ObjectType parent) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (ObjectType child : schema.objects()) {
            for (Field field : child.fields()) {
                if (parent.name().equals(field.referenceTo())) {
                    Map<String, Object> relationship = new LinkedHashMap<>();
                    relationship.put("cascadeDelete", field.cascadeDelete());
                    relationship.put("childSObject", child.name());
                    relationship.put("deprecatedAndHidden", false);
                    relationship.put("field", field.name());
                    relationship.put("junctionIdListNames", List.of());
                    relationship.put("junctionReferenceTo", List.of());
                    relationship.put("relationshipName", field.childRelationshipName());
                    relationship.put("restrictedDelete", false);
                    found.add(relationship);
                }
            }
        }
        return found;
    }

    /** Every object has the master; it is the default when no other type is. */
    private static List<Map<String, Object>> recordTypes(ObjectType object, String dataRoot) {
        List<Map<String, Object>> infos = new ArrayList<>();
        boolean other = false;
        for (RecordType type : object.recordTypes()) {
            infos.add(recordType(
                    object, type.requiredId(), type.label(), type.developerName(), type.byDefault(), false, dataRoot));
            other |= type.byDefault();
        }
        infos.add(recordType(object, MASTER_ID, "マスタ", "Master", !other, true, dataRoot));
        return infos;
    }

    private static Map<String, Object> recordType(
            ObjectType object,
            String id,
            String label,
            String developerName,
            boolean byDefault,
            boolean master,
            String dataRoot) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("active", true);
        info.put("available", true);
        info.put("defaultRecordTypeMapping", byDefault);
        info.put("developerName", developerName);
        info.put("master", master);
        info.put("name", label);
        info.put("recordTypeId", id);
        info.put("urls", Map.of("layout", dataRoot + "/sobjects/" + object.name() + "/describe/layouts/" + id));
        return info;
    }

    private static Map<String, Object> field(Field field) {
        FieldKind kind = field.type();
        boolean number = kind.family() == FieldKind.Family.NUMBER;
        boolean text = kind.family() == FieldKind.Family.TEXT;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("aggregatable", field.filterable() && kind != FieldKind.BOOLEAN);
        document.put("aiPredictionField", false);
        document.put("autoNumber", field.autoNumber() != null);
        document.put("byteLength", text ? field.effectiveLength() * (isId(kind) ? 1 : 3) : 0);
        document.put("calculated", field.calculated());
        document.put("calculatedFormula", field.formula());
        document.put("cascadeDelete", field.cascadeDelete());
        document.put("caseSensitive", false);
        document.put("compoundFieldName", field.compound());
        document.put("controllerName", null);
        document.put("createable", field.createable());
        document.put("custom", field.custom());
        document.put("defaultValue", kind == FieldKind.BOOLEAN ? Boolean.FALSE : null);
        document.put("defaultValueFormula", null);
        document.put("defaultedOnCreate", defaultedOnCreate(field));
        document.put("dependentPicklist", false);
        document.put("deprecatedAndHidden", false);
        document.put("digits", kind == FieldKind.INT ? 9 : 0);
        document.put("displayLocationInDecimal", false);
        document.put("encrypted", false);
        document.put("externalId", field.externalId());
        document.put("extraTypeInfo", kind == FieldKind.TEXTAREA ? "plaintextarea" : null);
        document.put("filterable", field.filterable());
        document.put("filteredLookupInfo", null);
        document.put("formulaTreatNullNumberAsZero", false);
        document.put("groupable", field.groupable());
        document.put("highScaleNumber", false);
        document.put("htmlFormatted", false);
        document.put("idLookup", kind == FieldKind.ID || (field.externalId() && field.unique()));
        document.put("inlineHelpText", null);
        document.put("label", field.label());
        document.put("length", field.effectiveLength());
        document.put("mask", null);
        document.put("maskType", null);
        document.put("name", field.name());
        document.put("nameField", field.nameField());
        document.put("namePointing", false);
        document.put("nillable", field.nillable());
        document.put("permissionable", field.custom() && field.nillable());
        document.put("picklistValues", picklist(field));
        document.put("polymorphicForeignKey", false);
        document.put("precision", field.effectivePrecision());
        document.put("queryByDistance", false);
        document.put("referenceTargetField", null);
        document.put("referenceTo", field.referenceTo() == null ? List.of() : List.of(field.referenceTo()));
        document.put("relationshipName", field.relationshipName());
        document.put("relationshipOrder", field.cascadeDelete() && field.required() ? 0 : null);
        document.put("restrictedDelete", false);
        document.put("restrictedPicklist", field.restricted());
        document.put("scale", number ? field.scale() : 0);
        document.put("searchPrefilterable", isId(kind));
        document.put("soapType", kind.soapType());
        document.put("sortable", field.filterable());
        document.put("type", kind.apiName());
        document.put("unique", field.unique());
        document.put("updateable", field.updateable());
        document.put("writeRequiresMasterRead", false);
        return document;
    }

    private static boolean isId(FieldKind kind) {
        return kind == FieldKind.ID || kind == FieldKind.REFERENCE;
    }

    private static boolean defaultedOnCreate(Field field) {
        return field.readOnly()
                || field.autoNumber() != null
                || field.type() == FieldKind.BOOLEAN
                || field.name().toLowerCase(Locale.ROOT).equals("ownerid");
    }

    private static List<Map<String, @Nullable Object>> picklist(Field field) {
        List<Map<String, @Nullable Object>> values = new ArrayList<>();
        for (String value : field.values()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("active", true);
            entry.put("defaultValue", false);
            entry.put("label", value);
            entry.put("validFor", null);
            entry.put("value", value);
            values.add(entry);
        }
        return values;
    }
}
