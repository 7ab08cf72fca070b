/** Orgs: their settings, objects and daily API allowance, kept in the database. */
@NullMarked
package dev.minori.simulators.salesforce.org;

import org.jspecify.annotations.NullMarked;
