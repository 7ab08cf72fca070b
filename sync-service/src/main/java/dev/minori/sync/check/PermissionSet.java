package dev.minori.sync.check;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The permission set that lets the integration user read what was checked, and nothing more, as metadata to deploy.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm">PermissionSet</a>
 */
final class PermissionSet {
    private PermissionSet() {}

    /** Custom fields that are seen already stand in it too, so that it is enough by itself. */
    static String xml(List<CheckedObject> objects) {
        SortedMap<String, SortedSet<String>> fields = new TreeMap<>();
        for (CheckedObject object : objects) {
            SortedSet<String> granted = fields.computeIfAbsent(object.name(), _ -> new TreeSet<>());
            granted.addAll(object.missingFields());
            object.fields().stream()
                    .filter(field -> field.verdict() == FieldVerdict.READ)
                    .map(CheckedObject.CheckedField::field)
                    .filter(PermissionSet::isGrantable)
                    .forEach(field -> granted.add(field.code()));
        }
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
                    <label>Minori (read only)</label>
                    <description>Lets Minori read what it was asked to read. It changes nothing.</description>
                    <hasActivationRequired>false</hasActivationRequired>
                """);
        fields.forEach(
                (object, codes) -> codes.forEach(code -> xml.append("""
                    <fieldPermissions>
                        <editable>false</editable>
                        <field>%s.%s</field>
                        <readable>true</readable>
                    </fieldPermissions>
                """.formatted(escaped(object), escaped(code)))));
        fields.keySet().forEach(object -> xml.append("""
                    <objectPermissions>
                        <allowCreate>false</allowCreate>
                        <allowDelete>false</allowDelete>
                        <allowEdit>false</allowEdit>
                        <allowRead>true</allowRead>
                        <modifyAllRecords>false</modifyAllRecords>
                        <object>%s</object>
                        <viewAllRecords>true</viewAllRecords>
                    </objectPermissions>
                """.formatted(escaped(object))));
        return xml.append("""
                    <userPermissions>
                        <enabled>true</enabled>
                        <name>ApiEnabled</name>
                    </userPermissions>
                </PermissionSet>
                """).toString();
    }

    /** Salesforce refuses to grant what everybody sees anyway: required fields, keys and what it keeps itself. */
    private static boolean isGrantable(SourceField field) {
        return field.custom() && !field.required() && field.role() != FieldRole.KEY && field.role() != FieldRole.SYSTEM;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
