/** What every source system looks like to the rest: objects, fields, records, and how to read them. */
@NullMarked
package dev.minori.sync.source;

import org.jspecify.annotations.NullMarked;
