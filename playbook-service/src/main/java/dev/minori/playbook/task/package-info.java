/** Work for people: who does what until when, and what came of it. */
@NullMarked
package dev.minori.playbook.task;

import org.jspecify.annotations.NullMarked;
