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
    public static StepFailure passing(String problem) {
        return new StepFailure(problem, true);
    }

    /** It can never be done: the run fails. */
    public static StepFailure lasting(String problem) {
        return new StepFailure(problem, false);
    }

    public boolean isPassing() {
        return passing;
    }

    /** For the person who looks at the run. */
    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
