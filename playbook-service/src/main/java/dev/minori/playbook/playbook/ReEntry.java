package dev.minori.playbook.playbook;

/** When a customer may run through a playbook again. Two runs at the same time are never possible. */
public sealed interface ReEntry {
    /** Once in a lifetime. */
    record Never() implements ReEntry {}

    /** After the last run ended and the customer entered the segment anew. */
    record AfterExit() implements ReEntry {}

    /** As after exit, and not before so many days after the last run began. */
    record AfterDays(int days) implements ReEntry {}
}
