/** How much work there is, by period: for those who lead. */
@NullMarked
package dev.minori.playbook.figure;

import org.jspecify.annotations.NullMarked;
