/** Apps: their fields, tables and who may use them. */
@NullMarked
package dev.minori.simulators.kintone.app;

import org.jspecify.annotations.NullMarked;
