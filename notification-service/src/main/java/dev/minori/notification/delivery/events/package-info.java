/** Requests for notifications, as playbook-service publishes them. */
@NullMarked
package dev.minori.notification.delivery.events;

import org.jspecify.annotations.NullMarked;
