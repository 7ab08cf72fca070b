/** Messages of the topic deliveries. */
@NullMarked
package dev.minori.playbook.notice.events;

import org.jspecify.annotations.NullMarked;
