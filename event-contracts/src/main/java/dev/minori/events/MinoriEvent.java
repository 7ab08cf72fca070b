package dev.minori.events;

/** A fact that one service tells the others. Each permitted interface belongs to one topic. */
public sealed interface MinoriEvent
        permits CustomerFactEvent, HealthEvent, PlaybookEvent, NotificationEvent, DeliveryEvent, DirectoryEvent {}
