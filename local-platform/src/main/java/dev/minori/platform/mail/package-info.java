/**
 * Where mails and chat messages of a local machine end: an SMTP server and a Slack-compatible webhook that keep what they
 * get, show it on a page and by an API, and fail on request in the ways real servers fail.
 */
@NullMarked
package dev.minori.platform.mail;

import org.jspecify.annotations.NullMarked;
