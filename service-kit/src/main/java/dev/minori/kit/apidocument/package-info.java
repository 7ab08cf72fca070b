/** What the API's document says beyond what the framework reads from the code. */
@NullMarked
package dev.minori.kit.apidocument;

import org.jspecify.annotations.NullMarked;
