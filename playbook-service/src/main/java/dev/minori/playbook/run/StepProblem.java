package dev.minori.playbook.run;

import dev.minori.playbook.text.LocalText;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a step could not be done. It is kept as one line, a code and what the other side said, and worded for whoever reads
 * it: a run is looked at in both languages.
 */
public enum StepProblem {
    SCORING_AWAY("scoring-away", "スコアリングサービスに接続できません", "scoring-service cannot be reached"),
    SCORING_ANSWER("scoring-answer", "スコアリングサービスの回答が想定と異なります", "scoring-service answered unexpectedly"),
    TOKEN_REFUSED("token-refused", "スコアリングサービスがトークンを受け付けませんでした", "scoring-service refused the token"),
    CONDITION_WRONG("condition-wrong", "分岐の条件に誤りがあります", "the branch's condition is wrong"),
    IDENTITY_AWAY("identity-away", "認証サーバーに接続できません", "the identity provider cannot be reached"),
    IDENTITY_ANSWER("identity-answer", "認証サーバーがトークンを発行しませんでした", "the identity provider issued no token"),
    SECRET_MISSING(
            "secret-missing",
            "サービス間認証の秘密情報(MINORI_OIDC_CLIENT_SECRET)が設定されていません",
            "the secret between services (MINORI_OIDC_CLIENT_SECRET) is not set"),
    STOPPING("stopping", "サービスが停止中です", "the service is stopping"),
    VERSION_UNREADABLE("version-unreadable", "このバージョンのプレイブックを読み取れません", "this version of the playbook cannot be read"),
    CUSTOMER_UNKNOWN(
            "customer-unknown", "顧客の情報がないため、通知先が分かりません", "nothing is known of the customer, so nobody to tell"),
    NO_OWNER("no-owner", "CS担当が未設定か、無効になっています", "the customer has no active owner"),
    OWN_FAULT("own-fault", "Minori側の不具合です", "a fault of Minori's own");

    private static final String THEN = ": ";

    private final String code;
    private final String japanese;
    private final String english;

    StepProblem(String code, String japanese, String english) {
        this.code = code;
        this.japanese = japanese;
        this.english = english;
    }

    /** As it is kept. */
    public String line() {
        return code;
    }

    /**
     * As it is kept.
     *
     * @param detail words of the other side, or a name; no sentence of our own
     */
    public String line(String detail) {
        return detail.isEmpty() ? code : code + THEN + detail;
    }

    /** A kept line for readers; one that has no code says the same to all. */
    public static LocalText words(String line) {
        int end = line.indexOf(THEN);
        String code = end < 0 ? line : line.substring(0, end);
        String detail = end < 0 ? "" : line.substring(end + THEN.length());
        Optional<StepProblem> known =
                Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
        return known.map(problem -> problem.with(detail)).orElseGet(() -> LocalText.same(line));
    }

    private LocalText with(String detail) {
        String said = detail.isEmpty() ? "" : THEN + detail;
        return new LocalText(japanese + said, english + said);
    }
}
