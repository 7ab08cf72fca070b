package dev.minori.simulators.salesforce.soap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes describe documents in the order of the WSDL. A name ends in {@code ?} when it is left out without a value, and in
 * {@code *} when it repeats; {@code @51} is the first version known to have it. Source: partner WSDLs of versions 38, 48
 * and 51 (https://github.com/tzmfreedom/go-soapforce, https://github.com/stevenebutler/ForceConnector).
 */
final class DescribeXml {

    private static final String SUMMARY_START =
            "activateable associateEntityType@51 associateParentEntity@51 createable custom customSetting";

    private static final List<Member> GLOBAL_OBJECT = members(SUMMARY_START
            + " deepCloneable@48 deletable deprecatedAndHidden feedEnabled hasSubtypes idEnabled isInterface@48 isSubtype@48"
            + " keyPrefix label labelPlural layoutable mergeable mruEnabled name queryable replicateable retrieveable"
            + " searchable triggerable undeletable updateable");

    private static final List<Member> OBJECT = members("actionOverrides* activateable associateEntityType@51"
            + " associateParentEntity@51 childRelationships* compactLayoutable createable custom customSetting"
            + " deepCloneable@48 defaultImplementation@48 deletable deprecatedAndHidden feedEnabled fields* hasSubtypes"
            + " idEnabled implementedBy@48 implementsInterfaces@48 isInterface@48 isSubtype@48 keyPrefix label labelPlural"
            + " layoutable mergeable mruEnabled name namedLayoutInfos* networkScopeFieldName queryable recordTypeInfos*"
            + " replicateable retrieveable searchLayoutable searchable supportedScopes* triggerable undeletable"
            + " updateable urlDetail urlEdit urlNew");

    private static final List<Member> FIELD =
            members("aggregatable aiPredictionField@48 autoNumber byteLength calculated"
                    + " calculatedFormula? cascadeDelete caseSensitive compoundFieldName? controllerName? createable custom"
                    + " defaultValue? defaultValueFormula? defaultedOnCreate dependentPicklist deprecatedAndHidden digits"
                    + " displayLocationInDecimal encrypted externalId extraTypeInfo? filterable filteredLookupInfo?"
                    + " formulaTreatNullNumberAsZero@48 groupable highScaleNumber htmlFormatted idLookup inlineHelpText? label"
                    + " length mask? maskType? name nameField namePointing nillable permissionable picklistValues*"
                    + " polymorphicForeignKey@48 precision queryByDistance referenceTargetField? referenceTo* relationshipName?"
                    + " relationshipOrder? restrictedDelete restrictedPicklist scale searchPrefilterable@48 soapType sortable"
                    + " type unique updateable writeRequiresMasterRead");

    private static final List<Member> CHILD = members("cascadeDelete childSObject deprecatedAndHidden field"
            + " junctionIdListNames* junctionReferenceTo* relationshipName? restrictedDelete");

    private static final List<Member> PICKLIST = members("active defaultValue label validFor? value");

    private static final List<Member> RECORD_TYPE =
            members("active@48 available defaultRecordTypeMapping developerName@48 master name recordTypeId");

    private static final List<Member> SCOPE = members("label name");

    private final SoapXml xml;
    private final int version;

    DescribeXml(SoapXml xml, int version) {
        this.xml = xml;
        this.version = version;
    }

    private record Member(String name, int since, Kind kind) {
        private enum Kind {
            REQUIRED,
            OPTIONAL,
            REPEATED
        }
    }

    private static List<Member> members(String names) {
        List<Member> members = new ArrayList<>();
        for (String word : names.split(" ")) {
            int at = word.indexOf('@');
            int since = at < 0 ? 0 : Integer.parseInt(word.substring(at + 1));
            String name = at < 0 ? word : word.substring(0, at);
            Member.Kind kind = name.endsWith("?")
                    ? Member.Kind.OPTIONAL
                    : name.endsWith("*") ? Member.Kind.REPEATED : Member.Kind.REQUIRED;
            members.add(new Member(
                    kind == Member.Kind.REQUIRED ? name : name.substring(0, name.length() - 1), since, kind));
        }
        return List.copyOf(members);
    }

    /** The short form of an object in the element {@code sobjects}. */
    void globalObject(Map<String, Object> document) {
        write("sobjects", withReserved(document), GLOBAL_OBJECT);
    }

    /** An object in the element {@code result}. */
    void object(Map<String, Object> document) {
        write("result", withReserved(document), OBJECT);
    }

    /** A member that REST does not have and the stubs of the client do. */
    private static Map<String, Object> withReserved(Map<String, Object> document) {
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.put("idEnabled", false);
        return whole;
    }

    private void write(String element, Map<?, ?> document, List<Member> members) {
        xml.start(element);
        for (Member member : members) {
            Object value = document.get(member.name);
            if (version < member.since || (value == null && member.kind == Member.Kind.OPTIONAL)) {
                continue;
            }
            if (value instanceof List<?> items) {
                items.forEach(item -> item(member.name, item));
            } else if (member.kind != Member.Kind.REPEATED) {
                value(member.name, value);
            }
        }
        xml.end();
    }

    private void item(String name, Object item) {
        switch (item) {
            case Map<?, ?> map -> write(name, map, membersOf(name));
            default -> xml.value(name, item);
        }
    }

    private static List<Member> membersOf(String name) {
        return switch (name) {
            case "fields" -> FIELD;
            case "childRelationships" -> CHILD;
            case "picklistValues" -> PICKLIST;
            case "recordTypeInfos" -> RECORD_TYPE;
            case "supportedScopes" -> SCOPE;
            default -> throw new IllegalStateException("describe has no list of " + name);
        };
    }

    private void value(String name, @Nullable Object value) {
        if (name.equals("defaultValue") && value instanceof Boolean) {
            xml.start(name).type("xsd:boolean").text(value.toString()).end();
        } else if (name.equals("soapType") && "urn:address".equals(value)) {
            xml.value(name, "tns:address");
        } else {
            xml.value(name, value);
        }
    }
}
