/** HTTP door of the audit trail. */
@NullMarked
package dev.minori.kit.audit.rest;

import org.jspecify.annotations.NullMarked;
