/** The demo: content installed through the public APIs, and a story played against the running platform. */
@NullMarked
package dev.minori.platform.demo;

import org.jspecify.annotations.NullMarked;
