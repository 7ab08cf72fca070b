/** kintone: API tokens, form fields, records by id and by update time. */
@NullMarked
package dev.minori.sync.kintone;

import org.jspecify.annotations.NullMarked;
