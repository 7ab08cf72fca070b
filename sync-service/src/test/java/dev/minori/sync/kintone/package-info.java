@NullMarked
package dev.minori.sync.kintone;

import org.jspecify.annotations.NullMarked;
