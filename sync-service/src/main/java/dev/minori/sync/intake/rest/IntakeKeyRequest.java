package dev.minori.sync.intake.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param name which system will hold the key, for people */
public record IntakeKeyRequest(@NotBlank @Size(max = 100) String name) {}
