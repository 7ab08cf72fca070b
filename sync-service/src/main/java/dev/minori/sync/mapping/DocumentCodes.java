package dev.minori.sync.mapping;

import dev.minori.sync.mapping.expression.Formula;
import java.util.LinkedHashSet;
import java.util.Set;

/** The source fields that a mapping reads by name. */
final class DocumentCodes {
    private DocumentCodes() {}

    static Set<String> of(MappingDocument document) {
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
