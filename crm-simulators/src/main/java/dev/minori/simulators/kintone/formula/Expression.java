package dev.minori.simulators.kintone.formula;

import java.util.List;

/** The syntax tree of a formula. */
sealed interface Expression {

    /** A number or text. */
    record Literal(Value value) implements Expression {}

    /** The value of a field. */
    record Field(String code) implements Expression {}

    /** An operator between two parts. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** A minus in front. */
    record Negated(Expression inner) implements Expression {}

    /** A function with its arguments. */
    record Call(String function, List<Expression> arguments) implements Expression {}
}
