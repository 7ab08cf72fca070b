/** SQL door of workspaces, members and teams. */
@NullMarked
package dev.minori.sync.workspace.store;

import org.jspecify.annotations.NullMarked;
