package dev.minori.notification.channel;

import dev.minori.kit.problem.ProblemType;
import dev.minori.kit.problem.Wording;

/** What can be wrong with channels. */
public enum ChannelProblem implements ProblemType {
    REFUSED_ADDRESS("refused-webhook-address", 422, "このURLには送信できません", "Nothing can be posted to this address"),
    SECRETS_UNAVAILABLE("secrets-unavailable", 503, "暗号鍵が設定されていません", "There is no key to encrypt secrets with");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    ChannelProblem(String slug, int status, String ja, String en) {
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
