package dev.minori.events.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An e-mail to or from a customer. */
public record MessageValues(
        @TargetField(ja = "日時", en = "Sent at", required = true)
        Instant sentAt,

        @TargetField(ja = "受信", en = "Inbound") @Nullable Boolean inbound,

        @TargetField(ja = "差出人", en = "From", personal = true) @Nullable
        String fromAddress,

        @TargetField(ja = "宛先", en = "To", personal = true) @Nullable
        String toAddress,

        @TargetField(ja = "件名", en = "Subject", personal = true) @Nullable
        String subject,

        @TargetField(ja = "本文", en = "Text", personal = true) @Nullable
        String text)
        implements FactValues {}
