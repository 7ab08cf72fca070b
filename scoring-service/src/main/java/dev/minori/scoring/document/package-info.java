/** Documents as people write them: JSON or YAML, read strictly. */
@NullMarked
package dev.minori.scoring.document;

import org.jspecify.annotations.NullMarked;
