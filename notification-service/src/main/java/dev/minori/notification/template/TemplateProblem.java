package dev.minori.notification.template;

import dev.minori.kit.problem.ProblemType;
import dev.minori.kit.problem.Wording;

/** What can be wrong with templates. */
public enum TemplateProblem implements ProblemType {
    INVALID_TEMPLATE("invalid-template", 422, "テンプレートの内容に誤りがあります", "The template is not valid");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    TemplateProblem(String slug, int status, String ja, String en) {
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
