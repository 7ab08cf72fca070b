/** Lists page by page, with signed opaque cursors. */
@NullMarked
package dev.minori.kit.paging;

import org.jspecify.annotations.NullMarked;
