/** Versioned documents: drafts until published; a published version never changes. */
@NullMarked
package dev.minori.playbook.definition;

import org.jspecify.annotations.NullMarked;
