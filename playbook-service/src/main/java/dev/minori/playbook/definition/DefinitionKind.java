package dev.minori.playbook.definition;

import dev.minori.kit.problem.Wording;

/** What a document describes. */
public enum DefinitionKind {
    ALERT_RULE("alert-rule", "アラート条件", "alert rule"),
    PLAYBOOK("playbook", "プレイブック", "playbook");

    private final String wireName;
    private final String ja;
    private final String en;

    DefinitionKind(String wireName, String ja, String en) {
        this.wireName = wireName;
        this.ja = ja;
        this.en = en;
    }

    /** The name in the database and the audit trail. */
    public String wireName() {
        return wireName;
    }

    /** What people call it. */
    public Wording title() {
        return new Wording(ja, en);
    }
}
