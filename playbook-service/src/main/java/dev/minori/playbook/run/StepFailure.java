package dev.minori.playbook.run;

/** A step could not be done. */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private StepFailure(String problem, boolean passing) {
        super(problem);
        this.passing = passing;
    }

    /** It can be done later: it is tried again and again. */
    public static StepFailure passing(StepProblem problem, String detail) {
        return new StepFailure(problem.line(detail), true);
    }

    /** It can never be done: the run fails. */
    public static StepFailure lasting(StepProblem problem, String detail) {
        return new StepFailure(problem.line(detail), false);
    }

    public boolean isPassing() {
        return passing;
    }

    /** As it is kept with the run; {@link StepProblem#words} tells it to people. */
    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
