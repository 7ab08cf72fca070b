/** What waits in a service: to leave it, for somebody's help, unread. */
@NullMarked
package dev.minori.kit.backlog;

import org.jspecify.annotations.NullMarked;
