/** Stays of customers in segments, and what rules and playbooks made of them. */
@NullMarked
package dev.minori.playbook.segment;

import org.jspecify.annotations.NullMarked;
