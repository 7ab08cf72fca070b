package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into words. Field codes may hold any letters, so a word is what is neither space nor sign. */
final class QueryLexer {

    private static final String SIGNS = "()=!<>,\"";

    private final String query;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private QueryLexer(String query) {
        this.query = query;
    }

    /** @param quoted the text stood in quotes: it is a value, never a field or keyword */
    record Word(String text, boolean quoted) {
        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }
    }

    static List<Word> words(String query) {
        return new QueryLexer(query).run();
    }

    private List<Word> run() {
        while (at < query.length()) {
            char c = query.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                quoted();
            } else if (SIGNS.indexOf(c) >= 0) {
                sign(c);
            } else {
                plain();
            }
        }
        return List.copyOf(words);
    }

    private void sign(char c) {
        boolean two = at + 1 < query.length() && query.charAt(at + 1) == '=' && "!<>".indexOf(c) >= 0;
        if (c == '!' && !two) {
            throw KintoneFault.badQuery();
        }
        words.add(new Word(query.substring(at, at + (two ? 2 : 1)), false));
        at += two ? 2 : 1;
    }

    private void plain() {
        int start = at;
        while (at < query.length()
                && !Character.isWhitespace(query.charAt(at))
                && SIGNS.indexOf(query.charAt(at)) < 0) {
            at++;
        }
        words.add(new Word(query.substring(start, at), false));
    }

    private void quoted() {
        StringBuilder text = new StringBuilder();
        at++;
        while (true) {
            if (at >= query.length()) {
                throw KintoneFault.badQuery();
            }
            char c = query.charAt(at++);
            if (c == '"') {
                words.add(new Word(text.toString(), true));
                return;
            }
            if (c == '\t' || c == '\n' || c == '\r') {
                // Measured on a real tenant: a raw tab or line break in a literal is refused, its escape is not.
                throw KintoneFault.badQuery();
            }
            text.append(c == '\\' && at < query.length() ? unescaped(query.charAt(at++)) : c);
        }
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
