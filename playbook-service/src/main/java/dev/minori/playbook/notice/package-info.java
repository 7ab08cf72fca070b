/** Wishes that somebody be told, and what became of them. */
@NullMarked
package dev.minori.playbook.notice;

import org.jspecify.annotations.NullMarked;
