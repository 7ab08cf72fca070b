/** HTTP door of erasures. */
@NullMarked
package dev.minori.sync.erasure.rest;

import org.jspecify.annotations.NullMarked;
