package dev.minori.notification.template.rest;

import dev.minori.notification.template.RenderedMessage;

/** A message as its reader would get it. */
public record PreviewView(String language, String subject, String text, String html) {
    static PreviewView of(RenderedMessage message) {
        return new PreviewView(message.language().code(), message.subject(), message.text(), message.html());
    }
}
