/** Files: upload, download and the two kinds of keys they have. */
@NullMarked
package dev.minori.simulators.kintone.file;

import org.jspecify.annotations.NullMarked;
