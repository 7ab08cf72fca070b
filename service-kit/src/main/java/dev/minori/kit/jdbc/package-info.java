/** Plain SQL with less ceremony, for the stores of all services. */
@NullMarked
package dev.minori.kit.jdbc;

import org.jspecify.annotations.NullMarked;
