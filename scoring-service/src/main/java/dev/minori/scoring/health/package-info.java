/** What a customer's health is, why, and what moved it. */
@NullMarked
package dev.minori.scoring.health;

import org.jspecify.annotations.NullMarked;
