package dev.minori.sync.mapping;

import dev.minori.sync.mapping.expression.Formula;
import dev.minori.sync.mapping.table.TableColumn;
import java.util.LinkedHashSet;
import java.util.Set;

/** The source fields that a mapping reads by name. */
public final class DocumentCodes {
    private DocumentCodes() {}

    /** Those of parents, reached through a reference: {@code Account.Name}. They are fetched only if a mapping asks. */
    public static Set<String> joined(MappingDocument document) {
        Set<String> joined = new LinkedHashSet<>(of(document));
        joined.removeIf(code -> code.indexOf('.') < 0 || TableColumn.parse(code).isPresent());
        return joined;
    }

    /** All of them. */
    public static Set<String> of(MappingDocument document) {
        Set<String> codes = new LinkedHashSet<>();
        for (FieldMapping field : document.fields()) {
            codes.addAll(field.from().codes());
            if (field.from() instanceof FieldSource.Cel(String expression)) {
                codes.addAll(Formula.codesIn(expression));
            }
        }
        switch (document.customerLink()) {
            case CustomerLink.Self() -> {}
            case CustomerLink.SourceRecord(String field, String _) -> codes.add(field);
            case CustomerLink.CustomerCode(String field) -> codes.add(field);
        }
        if (document.effectiveDate() != null) {
            codes.add(document.effectiveDate());
        }
        return codes;
    }
}
