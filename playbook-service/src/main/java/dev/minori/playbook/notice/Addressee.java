package dev.minori.playbook.notice;

import java.util.UUID;

/** Whom a notice is for. */
public sealed interface Addressee {
    /** Whoever stands in this relation to the customer when it is asked. */
    record Around(Audience audience) implements Addressee {}

    /** One member. */
    record Person(UUID memberId) implements Addressee {}
}
