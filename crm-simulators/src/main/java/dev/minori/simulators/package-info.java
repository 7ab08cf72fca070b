/** Salesforce and kintone as faithful local servers: for tests, the demo and load. */
@NullMarked
package dev.minori.simulators;

import org.jspecify.annotations.NullMarked;
