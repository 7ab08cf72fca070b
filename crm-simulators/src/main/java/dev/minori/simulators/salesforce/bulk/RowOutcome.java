package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.salesforce.record.RecordWrites;
import java.util.List;

/** What became of a row. */
public sealed interface RowOutcome {

    /** It was written. */
    record Done(RecordWrites.Saved saved) implements RowOutcome {}

    /** It was not. */
    record Refused(String code, String message, List<String> fields) implements RowOutcome {

        public Refused {
            fields = List.copyOf(fields);
        }

        /** The reason as result files have it. */
        public String text() {
            return code + ":" + message + ":" + String.join(",", fields) + " --";
        }
    }
}
