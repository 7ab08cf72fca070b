/** Documents over HTTP. */
@NullMarked
package dev.minori.playbook.definition.rest;

import org.jspecify.annotations.NullMarked;
