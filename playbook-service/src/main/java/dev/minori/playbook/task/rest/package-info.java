/** Tasks over HTTP. */
@NullMarked
package dev.minori.playbook.task.rest;

import org.jspecify.annotations.NullMarked;
