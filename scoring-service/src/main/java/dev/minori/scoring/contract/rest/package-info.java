/** Contracts over HTTP. */
@NullMarked
package dev.minori.scoring.contract.rest;

import org.jspecify.annotations.NullMarked;
