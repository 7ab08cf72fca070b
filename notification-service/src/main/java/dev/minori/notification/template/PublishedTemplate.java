package dev.minori.notification.template;

/** A version of a template that messages are written with. */
public record PublishedTemplate(int version, TemplateDocument document) {}
