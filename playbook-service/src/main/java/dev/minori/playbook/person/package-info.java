/** Who did something here. */
@NullMarked
package dev.minori.playbook.person;

import org.jspecify.annotations.NullMarked;
