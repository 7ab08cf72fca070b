package dev.minori.sync.mapping.expression;

import dev.minori.kit.problem.Wording;

/**
 * What is wrong with a formula.
 *
 * @param column where, counted from 1 in the text as it was written
 */
public record FormulaIssue(int column, String code, Wording detail) {}
