/** Playbooks: what is to be done, step by step, for a customer who entered a segment. */
@NullMarked
package dev.minori.playbook.playbook;

import org.jspecify.annotations.NullMarked;
