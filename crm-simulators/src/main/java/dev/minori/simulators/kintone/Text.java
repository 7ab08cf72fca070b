package dev.minori.simulators.kintone;

/** A message in the two languages the service answers in. */
public record Text(String ja, String en) {

    /** The message for a user who reads Japanese, or else English. */
    public String in(boolean japanese) {
        return japanese ? ja : en;
    }
}
