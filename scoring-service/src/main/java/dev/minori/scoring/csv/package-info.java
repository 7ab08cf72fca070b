/** Tables as CSV files that spreadsheets open without harm. */
@NullMarked
package dev.minori.scoring.csv;

import org.jspecify.annotations.NullMarked;
