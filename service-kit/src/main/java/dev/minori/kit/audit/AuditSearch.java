package dev.minori.kit.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the trail of the current workspace, newest first. */
@ApplicationScoped
public class AuditSearch {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Database database;

    AuditSearch(Database database) {
        this.database = database;
    }

    /**
     * Which entries; null means any.
     *
     * @param from recorded at this instant or later
     * @param to recorded before this instant
     */
    public record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Where the page before ended. */
    public record Position(Instant recordedAt, UUID id) {}

    /** Entries that fit, newest first, after a position. */
    @Transactional
    public List<AuditRecord> list(Filter filter, @Nullable Position after, int limit) {
        StringBuilder sql = new StringBuilder("select entry_id, recorded_at, actor, action, subject_type, subject_id,"
                + " details, sequence from audit_entry where workspace_id = ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(WorkspaceContext.current());
        add(sql, parameters, " and actor = ?", filter.actor());
        add(sql, parameters, " and action = ?", filter.action());
        add(sql, parameters, " and subject_type = ?", filter.subjectType());
        add(sql, parameters, " and subject_id = ?", filter.subjectId());
        add(sql, parameters, " and recorded_at >= ?", filter.from());
        add(sql, parameters, " and recorded_at < ?", filter.to());
        if (after != null) {
            sql.append(" and (recorded_at, entry_id) < (?, ?)");
            parameters.add(after.recordedAt());
            parameters.add(after.id());
        }
        sql.append(" order by recorded_at desc, entry_id desc limit ?");
        parameters.add(limit);
        return database.query(sql.toString(), AuditSearch::read, parameters.toArray());
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private static AuditRecord read(Row row) {
        byte[] details = row.findBytes("details");
        return new AuditRecord(
                row.uuid("entry_id"),
                row.instant("recorded_at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject_type"),
                row.text("subject_id"),
                details == null ? null : parse(details),
                row.findNumber("sequence"));
    }

    private static Map<String, String> parse(byte[] details) {
        try {
            return EventJson.mapper().readValue(details, DETAILS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
