/** Who sits in front of the browser: sign-in, the session cookie, the guard of writes. No token leaves this process in the clear. */
@NullMarked
package dev.minori.console.session;

import org.jspecify.annotations.NullMarked;
