/** How this service is wired into its surroundings. */
@NullMarked
package dev.minori.playbook.platform;

import org.jspecify.annotations.NullMarked;
