/** Drawings of playbooks over HTTP. */
@NullMarked
package dev.minori.playbook.playbook.rest;

import org.jspecify.annotations.NullMarked;
