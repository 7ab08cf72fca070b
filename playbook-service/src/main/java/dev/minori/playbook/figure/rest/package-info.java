/** Figures over HTTP. */
@NullMarked
package dev.minori.playbook.figure.rest;

import org.jspecify.annotations.NullMarked;
