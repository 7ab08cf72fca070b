/** Documents that cs-ops writes in JSON or YAML, read strictly, kept as drafts and published versions. */
@NullMarked
package dev.minori.scoring.document;

import org.jspecify.annotations.NullMarked;
