/** Template documents as YAML or JSON, with errors at the field. */
@NullMarked
package dev.minori.notification.template.yaml;

import org.jspecify.annotations.NullMarked;
