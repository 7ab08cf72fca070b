package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a message tells of something that happened now or of something that was only learned now.
 *
 * <p>Backfill (first load, remap, recompute, republish, restore) is silent: it opens no alert, starts no playbook and
 * notifies nobody.
 */
public enum Origin {
    @JsonProperty("live")
    LIVE,
    @JsonProperty("backfill")
    BACKFILL
}
