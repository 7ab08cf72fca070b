/** Words people search by, and the SQL that narrows lists. */
@NullMarked
package dev.minori.playbook.search;

import org.jspecify.annotations.NullMarked;
