/** Lets screens follow what changes here. */
@NullMarked
package dev.minori.playbook.change;

import org.jspecify.annotations.NullMarked;
