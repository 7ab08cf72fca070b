package dev.minori.kit.problem;

/** The problems every service can answer with. */
public enum KitProblem implements ProblemType {
    MALFORMED_JSON("malformed-json", 400, "JSONとして読めません", "The body is not JSON"),
    INVALID_REQUEST("invalid-request", 400, "入力内容に誤りがあります", "The request is not valid"),
    INVALID_PARAMETER("invalid-parameter", 400, "パラメーターに誤りがあります", "A parameter is not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "カーソルが使えません", "The cursor cannot be used"),
    WORKSPACE_REQUIRED("workspace-required", 400, "ワークスペースを指定してください", "Say for which workspace"),
    UNAUTHENTICATED("unauthenticated", 401, "認証が必要です", "Authentication is required"),
    FORBIDDEN("forbidden", 403, "権限がありません", "You may not do this"),
    NOT_FOUND("not-found", 404, "見つかりません", "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "このメソッドは使えません", "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "要求された形式では返せません", "No acceptable representation"),
    CONFLICT("conflict", 409, "現在の状態と矛盾しています", "Conflict with the current state"),
    STALE_VERSION("stale-version", 412, "ほかの変更が先に保存されています", "Somebody changed it before you"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "本文が大きすぎます", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "この形式の本文は受け付けません", "Unsupported media type"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "同じIdempotency-Keyが別の内容で使われています",
            "The Idempotency-Key belongs to another request"),
    VERSION_REQUIRED("version-required", 428, "If-Matchヘッダーが必要です", "If-Match is required"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "リクエストが多すぎます", "Too many requests"),
    REQUEST_REFUSED("request-refused", 400, "リクエストを処理できません", "The request was refused"),
    INTERNAL_ERROR("internal-error", 500, "サーバー内部でエラーが起きました", "Something went wrong inside"),
    UNAVAILABLE("unavailable", 503, "一時的に利用できません", "Temporarily unavailable"),
    OVERLOADED("overloaded", 503, "アクセスが集中しています", "Too much comes at once");

    private final String slug;
    private final int status;
    private final String ja;
    private final String en;

    KitProblem(String slug, int status, String ja, String en) {
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

    /** Whether the same request may succeed in a moment. */
    boolean passes() {
        return status == TOO_MANY_REQUESTS.status || status == UNAVAILABLE.status;
    }

    /** The problem for a status that a framework chose. */
    static KitProblem ofStatus(int status) {
        for (KitProblem problem : values()) {
            if (problem.status == status && problem != MALFORMED_JSON) {
                return problem;
            }
        }
        return status >= 500 ? INTERNAL_ERROR : REQUEST_REFUSED;
    }
}
