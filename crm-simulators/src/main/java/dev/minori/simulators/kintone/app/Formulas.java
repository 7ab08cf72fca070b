package dev.minori.simulators.kintone.app;

import dev.minori.simulators.kintone.formula.Formula;
import dev.minori.simulators.kintone.formula.FormulaException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formulas of an app's calculated fields, those in tables too. Field codes are unique in all of an app. */
public final class Formulas {

    private final Map<String, Formula> byCode = new LinkedHashMap<>();

    private Formulas() {}

    /** Reads an app's formulas; refuses unknown fields and references that go in a circle. */
    static Formulas of(App app) {
        Formulas formulas = new Formulas();
        for (AppField field : app.fields()) {
            formulas.add(field);
            field.columns().forEach(formulas::add);
        }
        formulas.byCode.forEach((code, formula) -> {
            for (String needed : formula.fields()) {
                if (app.field(needed).isEmpty() && app.rowField(needed).isEmpty()) {
                    throw new IllegalArgumentException(
                            "the formula of " + code + " names field " + needed + ", which is not there");
                }
            }
            formulas.refuseCircle(code, new ArrayDeque<>());
        });
        return formulas;
    }

    private void add(AppField field) {
        String expression = field.expression();
        if (expression == null || expression.isEmpty()) {
            if (field.type() == FieldType.CALC) {
                throw new IllegalArgumentException(field.code() + " has no formula");
            }
            return;
        }
        try {
            byCode.put(field.code(), Formula.parse(expression));
        } catch (FormulaException e) {
            throw new IllegalArgumentException("the formula of " + field.code() + ": " + e.getMessage(), e);
        }
    }

    private void refuseCircle(String code, Deque<String> way) {
        if (way.contains(code)) {
            throw new IllegalArgumentException("the formula of " + code + " needs its own result");
        }
        Formula formula = byCode.get(code);
        if (formula != null) {
            way.push(code);
            formula.fields().forEach(needed -> refuseCircle(needed, way));
            way.pop();
        }
    }

    /** Whether nothing is calculated. */
    public boolean none() {
        return byCode.isEmpty();
    }

    /** The formula of a field or of a column of a table. */
    public Optional<Formula> of(AppField field) {
        return Optional.ofNullable(byCode.get(field.code()));
    }
}
