/** The ways out of the house: what every sender promises, and the rooms a workspace can post to. */
@NullMarked
package dev.minori.notification.channel;

import org.jspecify.annotations.NullMarked;
