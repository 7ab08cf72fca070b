@NullMarked
package dev.minori.sync.salesforce;

import org.jspecify.annotations.NullMarked;
