/** The formulas of calculated fields: parser, syntax tree and evaluation. */
@NullMarked
package dev.minori.simulators.kintone.formula;

import org.jspecify.annotations.NullMarked;
