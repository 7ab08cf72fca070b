/** Playbook runs over HTTP. */
@NullMarked
package dev.minori.playbook.run.rest;

import org.jspecify.annotations.NullMarked;
