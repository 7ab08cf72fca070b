/** What a customer's people wrote, asked and answered, record by record. */
@NullMarked
package dev.minori.scoring.record;

import org.jspecify.annotations.NullMarked;
