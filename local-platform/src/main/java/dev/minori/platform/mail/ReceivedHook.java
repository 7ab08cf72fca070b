package dev.minori.platform.mail;

import java.time.Instant;

/**
 * One call of the chat webhook.
 *
 * @param id rises with each call of this process
 * @param hook the webhook's name, from the address
 * @param body the request body, JSON as the caller sent it
 */
public record ReceivedHook(long id, Instant receivedAt, String hook, String body) {}
