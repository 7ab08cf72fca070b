/** Operating-system processes of the local platform: where its files are, how parts are started, found and stopped. */
@NullMarked
package dev.minori.platform.process;

import org.jspecify.annotations.NullMarked;
