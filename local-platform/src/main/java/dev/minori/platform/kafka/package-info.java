/** The embedded Kafka broker (KRaft, one node) and the topics that the services expect in it. */
@NullMarked
package dev.minori.platform.kafka;

import org.jspecify.annotations.NullMarked;
