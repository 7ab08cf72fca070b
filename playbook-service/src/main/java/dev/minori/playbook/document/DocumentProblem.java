package dev.minori.playbook.document;

import dev.minori.kit.problem.ProblemType;
import dev.minori.kit.problem.Wording;

/** What can be wrong with a document. */
public enum DocumentProblem implements ProblemType {
    UNREADABLE_DOCUMENT("unreadable-document", 400, "YAMLまたはJSONとして読めません", "The document is neither YAML nor JSON"),
    INVALID_DOCUMENT("invalid-document", 422, "設定内容に誤りがあります", "The document is not valid");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    DocumentProblem(String slug, int status, String ja, String en) {
        this.slug = slug;
        this.status = status;
        this.ja = ja;
        this.en = en;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Wording title() {
        return new Wording(ja, en);
    }
}
