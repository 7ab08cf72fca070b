/** Whether this installation is a developer's or a real one. */
@NullMarked
package dev.minori.kit.profile;

import org.jspecify.annotations.NullMarked;
