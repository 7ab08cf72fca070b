/** HTTP door of erasure. */
@NullMarked
package dev.minori.kit.erasure.rest;

import org.jspecify.annotations.NullMarked;
