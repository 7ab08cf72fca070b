package dev.minori.sync.run;

/** Another process has taken the run over; this one stops without a trace. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(RunTicket ticket) {
        super("run " + ticket.runId() + " belongs to another process now");
    }
}
