/** Pages of lists by name. */
@NullMarked
package dev.minori.notification.page;

import org.jspecify.annotations.NullMarked;
