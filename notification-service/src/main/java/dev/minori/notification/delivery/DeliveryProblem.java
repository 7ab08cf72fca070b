package dev.minori.notification.delivery;

import dev.minori.kit.problem.ProblemType;
import dev.minori.kit.problem.Wording;

/** What can be wrong with what people do to deliveries. */
public enum DeliveryProblem implements ProblemType {
    NOT_RESENDABLE("delivery-not-resendable", 409, "この通知は再送できません", "This delivery cannot be sent again");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    DeliveryProblem(String slug, int status, String ja, String en) {
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
