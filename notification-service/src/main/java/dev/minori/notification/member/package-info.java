/** The members of a workspace, as this service needs them. */
@NullMarked
package dev.minori.notification.member;

import org.jspecify.annotations.NullMarked;
