/** What this service needs to run. */
@NullMarked
package dev.minori.scoring.platform;

import org.jspecify.annotations.NullMarked;
