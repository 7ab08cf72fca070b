/** Errors as application/problem+json (RFC 9457), in Japanese or English. */
@NullMarked
package dev.minori.kit.problem;

import org.jspecify.annotations.NullMarked;
