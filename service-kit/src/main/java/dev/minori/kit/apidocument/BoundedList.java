package dev.minori.kit.apidocument;

/**
 * Extension of an operation in the API's document: why its list is short by nature and is given whole. A list that is not
 * goes page by page.
 */
public final class BoundedList {
    /** The extension's name. */
    public static final String NAME = "x-bounded-list";

    private BoundedList() {}
}
