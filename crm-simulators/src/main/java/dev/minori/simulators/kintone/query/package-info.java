/** The query language of kintone: lexer, parser, syntax tree and its translation to SQL. */
@NullMarked
package dev.minori.simulators.kintone.query;

import org.jspecify.annotations.NullMarked;
