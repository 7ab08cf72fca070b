package dev.minori.sync.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one source system with one connection's credentials. Reading only: nothing here changes the source. */
public interface SourceClient {
    /** Tries the connection; never throws for what the source answers. */
    Verdict test();

    /** Every object the connection can see. */
    List<ObjectSummary> objects();

    /** The object's fields. Throws {@link SourceException} with REFUSED if there is no such object. */
    SourceSchema describe(String objectName);

    /**
     * The object as it was described, with fields of the records that its references point to, by codes such as
     * {@code Account.Name}. Codes that lead nowhere are left out; a source without such fields has none.
     */
    default SourceSchema joined(SourceSchema schema, Set<String> codes) {
        return schema;
    }

    /**
     * Whether the source sends its records by itself: then what is kept is all there is, nothing of it can be fetched anew,
     * and nothing is gone because it was not met.
     */
    default boolean handsOver() {
        return false;
    }

    /** A kept record as it would be read by this description, which may know other types than the one it was read by. */
    default SourceRecord reread(SourceRecord kept, SourceSchema schema) {
        return kept;
    }

    /** Every record. Resumes where an earlier stream of the same plan stood, if told so. */
    RecordStream readAll(ReadPlan plan, @Nullable ResumePoint resume);

    /** What {@link #readAll} of the plan would take; empty where the source cannot tell. Costs a call. */
    default Optional<ReadEstimate> estimate(ReadPlan plan) {
        return Optional.empty();
    }

    /** Records that changed since then, the ones at that very instant included, deletions too where the source has them. */
    RecordStream readChanges(ReadPlan plan, Instant since, @Nullable ResumePoint resume);

    /** Whether {@link #readChanges} tells of deletions; otherwise {@link #scanIds} must find them. */
    boolean tellsDeletions();

    /** Only the ids of every record of the plan, without values. */
    RecordStream scanIds(ReadPlan plan);

    /** How many records of the plan there are now. */
    long count(ReadPlan plan);

    /** The same by windows that together hold all records, in a single call. */
    List<WindowCount> census(ReadPlan plan);

    /** The same by smaller windows within one; that one itself if the source counts no finer. */
    List<WindowCount> census(ReadPlan plan, Window within);

    /** Every record of a window. */
    RecordStream readWindow(ReadPlan plan, WindowCount window);

    /** Those of the records that the plan has now. */
    List<SourceRecord> readByIds(ReadPlan plan, List<String> ids);

    /** Fields of the plan that can change, or tell of a change, without the change stamp telling. */
    List<String> driftFields(ReadPlan plan);

    /**
     * What the source vouches for, if it vouches for anything.
     *
     * @param since deletions from then on are asked for; null for none
     */
    Optional<Assurance> assure(String objectName, @Nullable Instant since);

    /** People who may own records; empty if the source does not list them. */
    List<SourceUser> users();

    /** Link to a record for a person. */
    Optional<String> recordUrl(String objectName, String recordId);

    /** The source's daily allowance as it last told it, if it does. */
    Optional<ApiAllowance> allowance();
}
