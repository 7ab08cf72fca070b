package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import dev.minori.sync.source.SourceType;

/** Names of kinds in messages, and which source types fit which target kinds without conversion. */
final class SourceKinds {
    private SourceKinds() {}

    static String japanese(SourceType type) {
        return switch (type) {
            case TEXT -> "文字列";
            case NUMBER -> "数値";
            case FLAG -> "真偽値";
            case DAY -> "日付";
            case MOMENT -> "日時";
            case TEXTS -> "文字列のリスト";
            case STRUCTURE -> "テーブル";
        };
    }

    static String english(SourceType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "a number";
            case FLAG -> "true or false";
            case DAY -> "a date";
            case MOMENT -> "a date and time";
            case TEXTS -> "a list of texts";
            case STRUCTURE -> "a table";
        };
    }

    static String japanese(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "文字列";
            case WHOLE_NUMBER -> "整数";
            case BOOLEAN -> "真偽値";
            case DATE -> "日付";
            case INSTANT -> "日時";
            case MONEY -> "金額";
            case MEMBER -> "CS担当";
        };
    }

    static String english(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WHOLE_NUMBER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date";
            case INSTANT -> "a date and time";
            case MONEY -> "an amount of money";
            case MEMBER -> "a member";
        };
    }

    /** Whether copying from the type to the kind can work at all. */
    static boolean fits(SourceType type, FieldKind kind) {
        return switch (kind) {
            case TEXT -> type != SourceType.STRUCTURE;
            case WHOLE_NUMBER -> type == SourceType.NUMBER;
            case BOOLEAN -> type == SourceType.FLAG;
            case DATE -> type == SourceType.DAY;
            case INSTANT -> type == SourceType.MOMENT;
            case MEMBER -> type == SourceType.TEXT || type == SourceType.TEXTS;
            case MONEY -> false;
        };
    }
}
