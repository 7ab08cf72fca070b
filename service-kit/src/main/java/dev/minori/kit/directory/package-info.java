/**
 * Who and what a workspace is: this service's copy of topic workspace-directory. Switched on at build time by
 * {@code minori.directory.reader=true}.
 */
@NullMarked
package dev.minori.kit.directory;

import org.jspecify.annotations.NullMarked;
