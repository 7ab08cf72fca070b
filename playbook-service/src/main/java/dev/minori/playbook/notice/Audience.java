package dev.minori.playbook.notice;

/** Who is told about a customer. */
public enum Audience {
    /** The customer's CSM. */
    OWNER("owner"),
    /** Everybody in a team of the customer's CSM, the CSM included. */
    TEAM("team");

    private final String wireName;

    Audience(String wireName) {
        this.wireName = wireName;
    }

    /** The name in documents and JSON. */
    public String wireName() {
        return wireName;
    }
}
