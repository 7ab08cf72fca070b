@NullMarked
package dev.minori.console.session;

import org.jspecify.annotations.NullMarked;
