/** The kintone REST door: apps, records, query language and error shapes. */
@NullMarked
package dev.minori.simulators.kintone;

import org.jspecify.annotations.NullMarked;
