/** Documents people write, in YAML or JSON: reading them with errors at the field. */
@NullMarked
package dev.minori.playbook.document;

import org.jspecify.annotations.NullMarked;
