/** Changes over HTTP. */
@NullMarked
package dev.minori.playbook.change.rest;

import org.jspecify.annotations.NullMarked;
