package dev.minori.kit.problem;

import java.util.List;

/** Ends a request with a problem the client can understand and act on. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Wording detail;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, Wording detail, List<FieldError> errors) {
        super(type.slug() + ": " + detail.en());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public ProblemException(ProblemType type, Wording detail) {
        this(type, detail, List.of());
    }

    /** A problem whose detail is the same in every language. */
    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        this(type, Wording.same(detail), errors);
    }

    /** A problem whose detail is the same in every language. */
    public ProblemException(ProblemType type, String detail) {
        this(type, Wording.same(detail), List.of());
    }

    /** Something that has no name here: of another workspace, deleted, or never made. */
    public static ProblemException notFound(Wording what) {
        return new ProblemException(KitProblem.NOT_FOUND, what);
    }

    /** What an update answers when another one was saved first. */
    public static ProblemException stale() {
        Wording detail = new Wording(
                "表示していた内容は最新ではありません。読み直してから、もう一度変更してください。",
                "What you saw is no longer the newest version. Read it again, then repeat your change.");
        return new ProblemException(
                KitProblem.STALE_VERSION, detail, List.of(new FieldError("header:If-Match", "stale", detail)));
    }

    public ProblemType type() {
        return type;
    }

    public Wording detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
