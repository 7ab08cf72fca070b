package dev.minori.scoring.expression;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Evaluates expressions over many customers with one statement. Inside a transaction of the moment's workspace. */
public interface SetReader {
    /** One row a subject of these customers; customers that are unknown or gone have none. */
    List<SetRow> read(Moment moment, SetQuery query, Collection<UUID> customerIds);

    /** The subjects of the whole workspace for which the condition holds. */
    List<Subject> matching(Moment moment, Expression condition);

    /** A subject and the customer it belongs to. */
    record Subject(UUID customerId, UUID subjectId) {}
}
