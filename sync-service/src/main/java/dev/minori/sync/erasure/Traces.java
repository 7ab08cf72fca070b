package dev.minori.sync.erasure;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gives a person away in the records of others: e-mail addresses, telephone numbers, full names and the ids of their
 * own records. Held while an erasure runs and never stored: afterwards only ids say what must not come back.
 */
public final class Traces {
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+");
    private static final int PHONE_DIGITS = 9;
    private static final int NAME_LENGTH = 3;
    private static final int LATIN_NAME_LENGTH = 6;

    /** Ids as short as kintone's numbers would be found everywhere. */
    private static final int ID_LENGTH = 15;

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> phones = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> recordIds = new HashSet<>();

    /** Adds every e-mail address in the text. */
    public void addAddresses(String text) {
        addresses.addAll(addressesIn(text));
    }

    /** Forgets addresses that are not the person's: those of our own members. */
    public void removeAddresses(Set<String> others) {
        others.forEach(other -> addresses.remove(other.toLowerCase(Locale.ROOT)));
    }

    /** Adds a telephone number, if it is long enough to be one person's. */
    public void addPhone(String text) {
        String digits = digits(text);
        if (digits.length() >= PHONE_DIGITS) {
            phones.add(digits);
        }
    }

    /** Adds a full name in the order of its parts and in the other; names too short to be told from words are left out. */
    public void addName(List<String> parts) {
        addName(String.join("", parts));
        addName(String.join("", parts.reversed()));
    }

    private void addName(String name) {
        String folded = folded(name);
        boolean latin = folded.chars().allMatch(c -> c < 0x250);
        if (folded.codePointCount(0, folded.length()) >= (latin ? LATIN_NAME_LENGTH : NAME_LENGTH)) {
            names.add(folded);
        }
    }

    /** Adds the id of one of the person's own records. */
    public void addRecordId(String id) {
        if (id.length() >= ID_LENGTH) {
            recordIds.add(id);
        }
    }

    /** Texts of which a record must hold one to be worth a closer look, in lower case. */
    public Set<String> words() {
        Set<String> words = new HashSet<>(addresses);
        recordIds.forEach(id -> words.add(id.toLowerCase(Locale.ROOT)));
        return words;
    }

    /** Whether the text holds one of the addresses, whole. */
    public boolean hasAddress(String text) {
        return addressesIn(text).stream().anyMatch(addresses::contains);
    }

    /** Whether the text holds a telephone number or a full name. */
    public boolean hasPhoneOrName(String text) {
        String digits = digits(text);
        String folded = folded(text);
        return phones.stream().anyMatch(digits::contains) || hasName(folded);
    }

    /** Whether the text is, or holds, a full name. */
    public boolean hasName(String text) {
        String folded = folded(text);
        return names.stream().anyMatch(folded::contains);
    }

    /** Whether the text is the id of one of the person's own records. */
    public boolean isRecordId(String text) {
        return recordIds.contains(text);
    }

    private static Set<String> addressesIn(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = ADDRESS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            found.add(matcher.group().toLowerCase(Locale.ROOT).replaceAll("\\.+$", ""));
        }
        return found;
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
