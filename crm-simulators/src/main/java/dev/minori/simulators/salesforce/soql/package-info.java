/** SOQL: lexer, parser, syntax tree and its translation to SQL. */
@NullMarked
package dev.minori.simulators.salesforce.soql;

import org.jspecify.annotations.NullMarked;
