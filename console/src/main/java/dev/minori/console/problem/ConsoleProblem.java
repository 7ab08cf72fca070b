package dev.minori.console.problem;

/** The problems the console itself answers with; those of the services pass through unchanged. */
public enum ConsoleProblem {
    UNAUTHENTICATED("unauthenticated", 401, "認証が必要です", "Authentication is required"),
    CROSS_SITE_REQUEST("cross-site-request", 403, "この画面からの操作と確認できません", "The request did not come from the console"),
    NOT_FOUND("not-found", 404, "見つかりません", "Not found"),
    SERVICE_UNREACHABLE("service-unreachable", 503, "サービスに接続できません", "A service does not answer"),
    SERVICE_TIMEOUT("service-timeout", 504, "サービスの応答に時間がかかっています", "A service takes too long to answer");

    /** Where the pages of all types live. */
    private static final String BASE = "https://minori.dev/problems/";

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    ConsoleProblem(String slug, int status, String ja, String en) {
        this.slug = slug;
        this.status = status;
        this.ja = ja;
        this.en = en;
    }

    /** Last part of the type URI; {@code docs/problems/<slug>.md} explains it. */
    public String slug() {
        return slug;
    }

    /** The type URI of RFC 9457. */
    public String uri() {
        return BASE + slug;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Short summary of the type. */
    public String title(boolean japanese) {
        return japanese ? ja : en;
    }
}
