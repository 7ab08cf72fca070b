/** Lists, page by page. */
@NullMarked
package dev.minori.playbook.page;

import org.jspecify.annotations.NullMarked;
