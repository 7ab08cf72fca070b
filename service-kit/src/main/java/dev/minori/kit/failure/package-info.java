/** What a failure means: worth another try, or never to succeed. One list for messages, requests and runs. */
@NullMarked
package dev.minori.kit.failure;

import org.jspecify.annotations.NullMarked;
