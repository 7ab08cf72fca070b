@NullMarked
package dev.minori.kit.sql;

import org.jspecify.annotations.NullMarked;
