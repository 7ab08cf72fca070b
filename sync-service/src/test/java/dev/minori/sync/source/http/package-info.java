@NullMarked
package dev.minori.sync.source.http;

import org.jspecify.annotations.NullMarked;
