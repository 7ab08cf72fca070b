/** The template engine, without reflection and without anything that can run long. */
@NullMarked
package dev.minori.notification.template.qute;

import org.jspecify.annotations.NullMarked;
