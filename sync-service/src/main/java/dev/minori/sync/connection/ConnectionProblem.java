package dev.minori.sync.connection;

import dev.minori.kit.problem.ProblemType;
import dev.minori.kit.problem.Wording;

/** What can go wrong with connections, beyond the common problems. */
public enum ConnectionProblem implements ProblemType {
    SOURCE_UNREACHABLE("source-unreachable", 502, "連携先から応答がありません", "The source system does not answer"),
    SOURCE_REFUSED("source-refused", 422, "連携先が要求を受け付けません", "The source system refused the request"),
    SOURCE_UNAUTHORISED("source-unauthorised", 422, "連携先の認証に失敗しました", "The source system refuses the credentials"),
    SOURCE_LIMIT_REACHED("source-limit-reached", 503, "連携先のAPI上限に達しています", "The source system's allowance is spent"),
    BUDGET_SPENT("budget-spent", 503, "この連携先に決めたAPI呼び出しの予算を使い切りました", "The budget set for the connection is spent"),
    IN_USE("in-use", 409, "使用中のため削除できません", "It is in use and cannot be deleted");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    ConnectionProblem(String slug, int status, String ja, String en) {
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
