package dev.minori.sync.check;

import dev.minori.sync.source.SourceField;
import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses from names and types whether a field holds what nobody should copy. People decide. */
final class SecretGuess {
    private static final Pattern NAMES = Pattern.compile(
            "passw(or)?d|passcode|secret|api[_ ]?key|token|credential|private[_ ]?key|\\bssn\\b|credit[_ ]?card|"
                    + "パスワード|暗証|秘密|認証キー|マイナンバー|個人番号|口座番号|クレジットカード|カード番号");

    private SecretGuess() {}

    static boolean of(SourceField field) {
        return field.nativeType().equalsIgnoreCase("encryptedstring")
                || NAMES.matcher((field.code() + " " + field.label()).toLowerCase(Locale.ROOT))
                        .find();
    }
}
