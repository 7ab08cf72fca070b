package dev.minori.playbook.calendar;

import java.time.LocalDate;

/** A national holiday of Japan. */
public record Holiday(LocalDate day, String nameJa, String nameEn) {}
