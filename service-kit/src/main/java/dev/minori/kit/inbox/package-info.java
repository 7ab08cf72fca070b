/** Messages enter a service: decoded, bound to their workspace, applied once or by version. */
@NullMarked
package dev.minori.kit.inbox;

import org.jspecify.annotations.NullMarked;
