package dev.minori.scoring.document;

/** A text in both languages. */
public record LocalText(String ja, String en) {}
