/** Notices in PostgreSQL. */
@NullMarked
package dev.minori.playbook.notice.store;

import org.jspecify.annotations.NullMarked;
