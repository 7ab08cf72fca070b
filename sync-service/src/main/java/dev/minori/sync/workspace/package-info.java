/** Workspaces, their members and teams. This service owns them and tells the others. */
@NullMarked
package dev.minori.sync.workspace;

import org.jspecify.annotations.NullMarked;
