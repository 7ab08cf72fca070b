/** Who did what: written with the change, sealed into a chain that shows tampering. */
@NullMarked
package dev.minori.kit.audit;

import org.jspecify.annotations.NullMarked;
