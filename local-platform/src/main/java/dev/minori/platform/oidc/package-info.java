/**
 * The OIDC provider of a local machine: fixed demo users, real code flow, loopback only. Production uses the company's
 * own provider and refuses this one.
 */
@NullMarked
package dev.minori.platform.oidc;

import org.jspecify.annotations.NullMarked;
