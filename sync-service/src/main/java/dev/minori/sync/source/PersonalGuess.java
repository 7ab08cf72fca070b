package dev.minori.sync.source;

import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses from names and types whether a field tells of a person. People decide; the guess only marks the screen. */
public final class PersonalGuess {
    private static final Pattern NAMES = Pattern.compile(
            "e-?mail|phone|fax|birth|(first|last|middle|full)name|mailing|氏名|メール|電話|携帯|生年月日|住所|担当者|本文|コメント");
    private static final Pattern TYPES = Pattern.compile("email|phone|creator|modifier|user_select");

    private PersonalGuess() {}

    public static boolean of(String code, String label, String nativeType) {
        return NAMES.matcher((code + " " + label).toLowerCase(Locale.ROOT)).find()
                || TYPES.matcher(nativeType.toLowerCase(Locale.ROOT)).find();
    }
}
