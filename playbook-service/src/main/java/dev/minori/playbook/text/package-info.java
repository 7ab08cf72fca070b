/** Texts in the two languages of the product, and their placeholders. */
@NullMarked
package dev.minori.playbook.text;

import org.jspecify.annotations.NullMarked;
