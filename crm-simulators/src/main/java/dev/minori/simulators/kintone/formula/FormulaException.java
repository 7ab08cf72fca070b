package dev.minori.simulators.kintone.formula;

/** A formula that cannot be read, or one that has no result for the values it meets. */
public final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FormulaException(String message) {
        super(message);
    }
}
