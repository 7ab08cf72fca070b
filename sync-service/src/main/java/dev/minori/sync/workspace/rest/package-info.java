/** HTTP door of workspaces, members and teams. */
@NullMarked
package dev.minori.sync.workspace.rest;

import org.jspecify.annotations.NullMarked;
