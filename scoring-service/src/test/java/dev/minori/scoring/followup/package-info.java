@NullMarked
package dev.minori.scoring.followup;

import org.jspecify.annotations.NullMarked;
