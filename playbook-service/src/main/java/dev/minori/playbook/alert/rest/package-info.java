/** Alerts over HTTP. */
@NullMarked
package dev.minori.playbook.alert.rest;

import org.jspecify.annotations.NullMarked;
